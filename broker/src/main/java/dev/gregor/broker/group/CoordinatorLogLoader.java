package dev.gregor.broker.group;

import dev.gregor.broker.replication.Partition;
import dev.gregor.broker.replication.Replicas;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.coordinator.common.runtime.CoordinatorLoader;
import org.apache.kafka.coordinator.common.runtime.CoordinatorPlayback;
import org.apache.kafka.coordinator.common.runtime.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a partition from its start to its end and plays it back to a coordinator, one partition after the other, on a thread
 * of its own. A load fails when leadership ends meanwhile. One that is cut short by closing never completes: nobody waits for
 * it any more, and the coordinator would report each as an error.
 *
 * @param <T> what a record of the partition means to the coordinator
 */
final class CoordinatorLogLoader<T> implements CoordinatorLoader<T> {
    private static final Logger LOG = LoggerFactory.getLogger(CoordinatorLogLoader.class);
    private static final long PROGRESS_INTERVAL_MS = 10_000;

    private final Replicas replicas;
    private final Deserializer<T> deserializer;
    private final int bufferBytes;
    private final Clock clock;
    private final ThreadPoolExecutor thread;
    private volatile boolean closed;

    /** @param bufferBytes {@code offsets.load.buffer.size}: bytes read at a time, more only for a batch that is larger */
    CoordinatorLogLoader(Replicas replicas, Deserializer<T> deserializer, int bufferBytes, Clock clock) {
        this.replicas = replicas;
        this.deserializer = deserializer;
        this.bufferBytes = bufferBytes;
        this.clock = clock;
        this.thread = new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            var loader = new Thread(work, "group-metadata-loader");
            loader.setDaemon(true);
            return loader;
        });
    }

    @Override
    public CompletableFuture<LoadSummary> load(TopicPartition topicPartition, CoordinatorPlayback<T> coordinator) {
        var queuedMs = clock.millis();
        var loaded = new CompletableFuture<LoadSummary>();
        try {
            thread.execute(() -> {
                try {
                    var summary = loadNow(topicPartition, coordinator, queuedMs);
                    if (!closed) {
                        loaded.complete(summary);
                    }
                } catch (Throwable e) { // whoever waits must hear of anything, or the partition would load for ever
                    if (!closed) {
                        loaded.completeExceptionally(e);
                    }
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("Not loading {}: closed.", topicPartition);
        }
        return loaded;
    }

    private LoadSummary loadNow(TopicPartition topicPartition, CoordinatorPlayback<T> coordinator, long queuedMs)
            throws IOException {
        var startMs = clock.millis();
        var partition = leader(topicPartition)
                .orElseThrow(() -> new NotLeaderOrFollowerException(
                        "Could not load records from " + topicPartition + " because this broker does not lead it."));
        var leaderEpoch = partition.leaderEpoch();
        var playback = new LogPlayback<>(partition, deserializer, coordinator);
        try (var batches = new LogBatches(partition.log(), bufferBytes)) {
            var nextReportMs = startMs + PROGRESS_INTERVAL_MS;
            while (stillLeads(topicPartition, leaderEpoch) && batches.readNext()) {
                playback.play(batches.current());
                if (clock.millis() >= nextReportMs) {
                    LOG.info(
                            "Loading {}: {} of {}.",
                            topicPartition,
                            batches.offset(),
                            partition.log().logEndOffset());
                    nextReportMs += PROGRESS_INTERVAL_MS;
                }
            }
        }
        if (!stillLeads(topicPartition, leaderEpoch)) {
            throw new NotLeaderOrFollowerException(
                    "Stopped loading records from " + topicPartition + " because this broker no longer leads it.");
        }
        return new LoadSummary(queuedMs, clock.millis(), startMs - queuedMs, playback.records(), playback.bytes());
    }

    private boolean stillLeads(TopicPartition topicPartition, int leaderEpoch) {
        return !closed
                && leader(topicPartition)
                        .filter(partition -> partition.leaderEpoch() == leaderEpoch)
                        .isPresent();
    }

    private Optional<Partition> leader(TopicPartition topicPartition) {
        return replicas.partition(topicPartition).filter(Partition::isLeader);
    }

    @Override
    public void close() {
        closed = true;
        thread.shutdown();
    }
}
