package dev.gregor.broker.api;

import dev.gregor.broker.replication.Partition;
import dev.gregor.broker.replication.Partition.FetchIsolation;
import dev.gregor.broker.replication.Replicas;
import dev.gregor.broker.storage.PartitionLog.TimestampAndOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.ListOffsetsRequestData;
import org.apache.kafka.common.message.ListOffsetsRequestData.ListOffsetsPartition;
import org.apache.kafka.common.message.ListOffsetsResponseData;
import org.apache.kafka.common.message.ListOffsetsResponseData.ListOffsetsPartitionResponse;
import org.apache.kafka.common.message.ListOffsetsResponseData.ListOffsetsTopicResponse;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.ListOffsetsRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ListOffsets, key 2, versions 1 and later (KIP-79, KIP-207, KIP-320, KIP-734): an offset by time, or the first, the last, the
 * one with the largest timestamp.
 *
 * <p>What has to be searched in files is looked up on another executor. Nothing is tiered here, so the earliest local offset
 * is the earliest, and the last tiered one and the earliest pending upload are -1. A time beyond the last record gives -1.
 */
public final class ListOffsetsHandler implements RequestHandler<ListOffsetsRequestData, ListOffsetsResponseData> {
    private static final Logger LOG = LoggerFactory.getLogger(ListOffsetsHandler.class);
    private static final short LEADER_EPOCH_SINCE = 4;
    private static final short MAX_TIMESTAMP_SINCE = 7;
    private static final short EARLIEST_LOCAL_SINCE = 8;
    private static final short LATEST_TIERED_SINCE = 9;
    private static final short EARLIEST_PENDING_UPLOAD_SINCE = 11;
    private static final long NO_TIMESTAMP = -1;
    private static final long NO_OFFSET = -1;
    private static final int NO_EPOCH = -1;

    private final Replicas replicas;
    private final TopicDirectory topics;
    private final Executor lookups;

    /** @param lookups runs searches by time, which may read from disk */
    public ListOffsetsHandler(Replicas replicas, TopicDirectory topics, Executor lookups) {
        this.replicas = replicas;
        this.topics = topics;
        this.lookups = lookups;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.LIST_OFFSETS;
    }

    @Override
    public CompletionStage<ListOffsetsResponseData> handle(RequestContext context, ListOffsetsRequestData request) {
        return needsSearch(request)
                ? CompletableFuture.supplyAsync(() -> answer(context, request), lookups)
                : CompletableFuture.completedFuture(answer(context, request));
    }

    private static boolean needsSearch(ListOffsetsRequestData request) {
        for (var topic : request.topics()) {
            for (var partition : topic.partitions()) {
                if (partition.timestamp() >= 0 || partition.timestamp() == ListOffsetsRequest.MAX_TIMESTAMP) {
                    return true;
                }
            }
        }
        return false;
    }

    private ListOffsetsResponseData answer(RequestContext context, ListOffsetsRequestData request) {
        var response = new ListOffsetsResponseData();
        var duplicates = duplicates(request);
        for (var topic : request.topics()) {
            var answer = new ListOffsetsTopicResponse().setName(topic.name());
            response.topics().add(answer);
            for (var partition : topic.partitions()) {
                boolean repeated = !duplicates.isEmpty()
                        && duplicates.contains(new TopicPartition(topic.name(), partition.partitionIndex()));
                answer.partitions()
                        .add(
                                repeated
                                        ? error(partition, Errors.INVALID_REQUEST)
                                        : row(context, request, topic.name(), partition));
            }
        }
        return response;
    }

    private ListOffsetsPartitionResponse row(
            RequestContext context, ListOffsetsRequestData request, String topic, ListOffsetsPartition asked) {
        if (!isSupported(asked.timestamp(), context.apiVersion())) {
            return error(asked, Errors.UNSUPPORTED_VERSION);
        }
        var found = replicas.partition(topic, asked.partitionIndex());
        if (found.isEmpty()) {
            return error(asked, topics.whyMissing(topic, asked.partitionIndex()));
        }
        var partition = found.get();
        var error = partition.checkLeaderEpoch(asked.currentLeaderEpoch());
        if (error == Errors.NOT_LEADER_OR_FOLLOWER && request.replicaId() == ListOffsetsRequest.DEBUGGING_REPLICA_ID) {
            error = Errors.NONE;
        }
        if (error != Errors.NONE) {
            return error(asked, error);
        }
        try {
            return row(context, asked, find(partition, asked.timestamp(), isolation(request)));
        } catch (RuntimeException e) {
            LOG.error("looking up timestamp {} in {} failed", asked.timestamp(), partition.id(), e);
            return error(asked, Errors.forException(e));
        }
    }

    private static ListOffsetsPartitionResponse row(
            RequestContext context, ListOffsetsPartition asked, Optional<TimestampAndOffset> found) {
        var row = error(asked, Errors.NONE);
        found.ifPresent(it -> {
            row.setTimestamp(it.timestampMs()).setOffset(it.offset());
            if (context.apiVersion() >= LEADER_EPOCH_SINCE) {
                row.setLeaderEpoch(it.leaderEpoch());
            }
        });
        return row;
    }

    private static Optional<TimestampAndOffset> find(Partition partition, long timestampMs, FetchIsolation isolation) {
        var log = partition.log();
        if (timestampMs == ListOffsetsRequest.LATEST_TIMESTAMP) {
            return at(partition.endOffset(isolation), OptionalInt.of(partition.leaderEpoch()));
        }
        if (timestampMs == ListOffsetsRequest.EARLIEST_TIMESTAMP
                || timestampMs == ListOffsetsRequest.EARLIEST_LOCAL_TIMESTAMP) {
            long first = log.logStartOffset();
            return at(first, log.epochForOffset(first));
        }
        if (timestampMs == ListOffsetsRequest.MAX_TIMESTAMP) {
            return log.maxTimestamp(partition.endOffset(isolation));
        }
        return timestampMs < 0
                ? at(NO_OFFSET, OptionalInt.empty()) // of what is tiered there is nothing
                : log.offsetForTimestamp(timestampMs, partition.endOffset(isolation));
    }

    private static Optional<TimestampAndOffset> at(long offset, OptionalInt epoch) {
        return Optional.of(new TimestampAndOffset(NO_TIMESTAMP, offset, epoch.orElse(NO_EPOCH)));
    }

    private static boolean isSupported(long timestampMs, short version) {
        if (timestampMs >= 0
                || timestampMs == ListOffsetsRequest.LATEST_TIMESTAMP
                || timestampMs == ListOffsetsRequest.EARLIEST_TIMESTAMP) {
            return true;
        }
        return (timestampMs == ListOffsetsRequest.MAX_TIMESTAMP && version >= MAX_TIMESTAMP_SINCE)
                || (timestampMs == ListOffsetsRequest.EARLIEST_LOCAL_TIMESTAMP && version >= EARLIEST_LOCAL_SINCE)
                || (timestampMs == ListOffsetsRequest.LATEST_TIERED_TIMESTAMP && version >= LATEST_TIERED_SINCE)
                || (timestampMs == ListOffsetsRequest.EARLIEST_PENDING_UPLOAD_TIMESTAMP
                        && version >= EARLIEST_PENDING_UPLOAD_SINCE);
    }

    private static FetchIsolation isolation(ListOffsetsRequestData request) {
        if (request.replicaId() != ListOffsetsRequest.CONSUMER_REPLICA_ID) {
            return FetchIsolation.LOG_END;
        }
        return request.isolationLevel() == IsolationLevel.READ_COMMITTED.id()
                ? FetchIsolation.LAST_STABLE
                : FetchIsolation.HIGH_WATERMARK;
    }

    private static Set<TopicPartition> duplicates(ListOffsetsRequestData request) {
        var seen = new HashSet<TopicPartition>();
        var duplicates = new HashSet<TopicPartition>();
        for (var topic : request.topics()) {
            for (var partition : topic.partitions()) {
                var id = new TopicPartition(topic.name(), partition.partitionIndex());
                if (!seen.add(id)) {
                    duplicates.add(id);
                }
            }
        }
        return duplicates;
    }

    private static ListOffsetsPartitionResponse error(ListOffsetsPartition asked, Errors error) {
        return new ListOffsetsPartitionResponse()
                .setPartitionIndex(asked.partitionIndex())
                .setErrorCode(error.code())
                .setTimestamp(NO_TIMESTAMP)
                .setOffset(NO_OFFSET);
    }
}
