package dev.gregor.cli.topic;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.Uuid;

/**
 * A topic as the cluster describes it.
 *
 * @param id         zero where the cluster has no topic ids
 * @param partitions by index, ascending
 */
record TopicDescription(String name, Uuid id, boolean internal, List<PartitionState> partitions) {
    TopicDescription {
        partitions = List.copyOf(partitions);
    }

    /**
     * One partition; brokers by id.
     *
     * @param leader       empty while it has none
     * @param offline      replicas that are out of reach, with their broker or with the disk they are on
     * @param elr          eligible leader replicas (KIP-966); empty where the cluster did not tell
     * @param lastKnownElr as {@code elr}
     */
    record PartitionState(
            int index,
            Optional<Integer> leader,
            List<Integer> replicas,
            List<Integer> isr,
            List<Integer> offline,
            Optional<List<Integer>> elr,
            Optional<List<Integer>> lastKnownElr) {}

    /** A move in progress: who is joining a partition and who is leaving it (KIP-455). */
    record Reassignment(List<Integer> replicas, List<Integer> adding, List<Integer> removing) {
        /** Whether these replicas show that it is not over yet. */
        boolean shows(List<Integer> current) {
            for (var replica : current) {
                if (adding.contains(replica) || removing.contains(replica)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The replication factor of a partition; a move's extra replicas do not count. */
    static int replicationFactor(PartitionState partition, Optional<Reassignment> move) {
        return move.isPresent() && move.get().shows(partition.replicas())
                ? move.get().replicas().size() - move.get().adding().size()
                : partition.replicas().size();
    }
}
