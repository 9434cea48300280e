package dev.gregor.broker.group;

import dev.gregor.broker.replication.Partition;
import dev.gregor.broker.replication.Replicas;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.server.util.PartitionMetadataClient;

/**
 * Where partitions end for consumers, for the lag of share groups: those led here. Others answer NOT_LEADER_OR_FOLLOWER
 * until brokers ask each other.
 */
final class LocalOffsets implements PartitionMetadataClient {
    private static final OffsetResponse ELSEWHERE = new OffsetResponse(-1, Errors.NOT_LEADER_OR_FOLLOWER);

    private final Replicas replicas;

    LocalOffsets(Replicas replicas) {
        this.replicas = replicas;
    }

    @Override
    public Map<TopicPartition, CompletableFuture<OffsetResponse>> listLatestOffsets(Set<TopicPartition> partitions) {
        var offsets = new HashMap<TopicPartition, CompletableFuture<OffsetResponse>>();
        partitions.forEach(partition -> offsets.put(partition, CompletableFuture.completedFuture(latest(partition))));
        return offsets;
    }

    private OffsetResponse latest(TopicPartition topicPartition) {
        return replicas.partition(topicPartition)
                .filter(Partition::isLeader)
                .map(leader -> new OffsetResponse(leader.highWatermark(), Errors.NONE))
                .orElse(ELSEWHERE);
    }

    @Override
    public void close() {}
}
