package dev.gregor.broker.api;

import dev.gregor.broker.quorum.ClusterMetadata;
import dev.gregor.broker.replication.Replicas;
import dev.gregor.broker.storage.LogStore;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import org.apache.kafka.common.config.AbstractConfig;

/** All that is served of records: writing and reading them, finding their offsets, deleting them. */
public final class RecordHandlers {
    private RecordHandlers() {}

    /** @param background for what may wait for the disk */
    public static List<RequestHandler<?, ?>> of(
            AbstractConfig config, Replicas replicas, LogStore logs, ClusterMetadata metadata, Executor background) {
        var topics = TopicDirectory.of(metadata);
        return List.of(
                new ProduceHandler(replicas, topics),
                new FetchHandler(
                        replicas,
                        topics,
                        config.getInt("fetch.max.bytes"),
                        config.getInt("max.incremental.fetch.session.cache.slots"),
                        Clock.systemUTC(),
                        new Random()),
                new ListOffsetsHandler(replicas, topics, background),
                new OffsetForLeaderEpochHandler(replicas, topics),
                new DeleteRecordsHandler(replicas, topics, background),
                new DescribeLogDirsHandler(logs, replicas, background));
    }
}
