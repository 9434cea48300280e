package dev.gregor.broker.group;

import dev.gregor.broker.replication.Partition;
import dev.gregor.broker.replication.Replicas;
import dev.gregor.broker.storage.AppendResult;
import dev.gregor.broker.storage.LogAppend;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.coordinator.common.runtime.PartitionWriter;
import org.apache.kafka.storage.internals.log.LogConfig;
import org.apache.kafka.storage.internals.log.VerificationGuard;

/**
 * Where a coordinator's records go: our partitions, as leader, without waiting for replicas.
 *
 * <p>Called by the coordinator's own threads, one at a time for each partition. Such a thread waits if it finds the log taken,
 * so that its records have their place, and its buffer is free again, when {@link #append} returns. It waits without a limit:
 * giving up would leave records in the log that the coordinator believes lost.
 */
final class CoordinatorLog implements PartitionWriter {
    private static final short LEADER_ONLY = 1;

    private final Replicas replicas;
    private final ConcurrentMap<ListenerKey, HighWatermarkFeed> feeds = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, LogConfig> configs = new ConcurrentHashMap<>();

    CoordinatorLog(Replicas replicas) {
        this.replicas = replicas;
    }

    @Override
    public long append(
            TopicPartition topicPartition, VerificationGuard guard, MemoryRecords records, short transactionVersion) {
        var outcome = new AppendOutcome();
        leaderOf(topicPartition).append(records.buffer(), LogAppend.Origin.COORDINATOR, LEADER_ONLY, outcome);
        var result = outcome.await();
        if (result instanceof AppendResult.Appended appended) {
            return appended.lastOffset() + 1;
        }
        var rejected = (AppendResult.Rejected) result;
        throw rejected.error().exception(rejected.message());
    }

    @Override
    public void registerListener(TopicPartition topicPartition, Listener listener) {
        var partition = replicas.partition(topicPartition);
        if (partition.isPresent()) {
            var feed = new HighWatermarkFeed(topicPartition, listener);
            feeds.put(new ListenerKey(topicPartition, listener), feed);
            feed.follow(partition.get());
        }
    }

    @Override
    public void deregisterListener(TopicPartition topicPartition, Listener listener) {
        var feed = feeds.remove(new ListenerKey(topicPartition, listener));
        if (feed != null) {
            feed.end();
        }
    }

    /** Only {@code max.message.bytes} of it is used, once per batch: configurations are kept by that. */
    @Override
    public LogConfig config(TopicPartition topicPartition) {
        return configs.computeIfAbsent(
                leaderOf(topicPartition).log().settings().maxMessageBytes(),
                bytes -> new LogConfig(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, bytes)));
    }

    /** Nothing is verified until there is a transaction coordinator to ask. */
    @Override
    public CompletableFuture<VerificationGuard> maybeStartTransactionVerification(
            TopicPartition topicPartition,
            String transactionalId,
            long producerId,
            short producerEpoch,
            int apiVersion) {
        return CompletableFuture.completedFuture(VerificationGuard.SENTINEL);
    }

    @Override
    public CompletableFuture<Void> deleteRecords(TopicPartition topicPartition, long deleteBeforeOffset) {
        try {
            var partition = leaderOf(topicPartition);
            if (deleteBeforeOffset > partition.highWatermark()) {
                throw Errors.OFFSET_OUT_OF_RANGE.exception();
            }
            partition.log().advanceLogStartOffset(deleteBeforeOffset);
            return CompletableFuture.completedFuture(null);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Partition leaderOf(TopicPartition topicPartition) {
        return replicas.partition(topicPartition)
                .filter(Partition::isLeader)
                .orElseThrow(Errors.NOT_LEADER_OR_FOLLOWER::exception);
    }

    private record ListenerKey(TopicPartition topicPartition, Listener listener) {}
}
