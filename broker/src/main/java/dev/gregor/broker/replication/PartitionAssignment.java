package dev.gregor.broker.replication;

import java.util.List;
import org.apache.kafka.common.TopicIdPartition;

/**
 * What the metadata image says of a partition that has a replica here.
 *
 * @param leaderId broker id of the leader, or -1 for none
 * @param replicas broker ids, the preferred leader first
 * @param isr broker ids in sync
 */
public record PartitionAssignment(
        TopicIdPartition id,
        int leaderId,
        int leaderEpoch,
        int partitionEpoch,
        List<Integer> replicas,
        List<Integer> isr) {
    public PartitionAssignment {
        replicas = List.copyOf(replicas);
        isr = List.copyOf(isr);
    }
}
