package dev.gregor.cli.findings;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a topic.
 *
 * @param internal        whether it is Kafka's own
 * @param minIsr          {@code min.insync.replicas}; empty where the configs could not be read
 * @param uncleanElection whether a replica that is not in sync may become leader by itself
 */
public record TopicFacts(
        String name, boolean internal, Optional<Integer> minIsr, boolean uncleanElection, List<Partition> partitions) {
    /**
     * One partition; brokers by id, the preferred leader first.
     *
     * @param leader empty while it has none
     */
    public record Partition(int index, Optional<Integer> leader, List<Integer> replicas, List<Integer> isr) {
        public Partition {
            replicas = List.copyOf(replicas);
            isr = List.copyOf(isr);
        }

        boolean isUnderReplicated() {
            return isr.size() < replicas.size();
        }

        boolean isOnPreferredLeader() {
            return leader.isPresent() && !replicas.isEmpty() && leader.get().equals(replicas.get(0));
        }
    }

    public TopicFacts {
        partitions = List.copyOf(partitions);
    }

    /** The most replicas a partition has. */
    int replicationFactor() {
        int most = 0;
        for (var partition : partitions) {
            most = Math.max(most, partition.replicas().size());
        }
        return most;
    }

    /** The fewest. */
    int lowestReplicationFactor() {
        int fewest = replicationFactor();
        for (var partition : partitions) {
            fewest = Math.min(fewest, partition.replicas().size());
        }
        return fewest;
    }

    String subject() {
        return "topic " + name;
    }
}
