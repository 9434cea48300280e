package dev.gregor.cli.findings;

import java.util.ArrayList;
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
     * @param leader  empty while it has none
     * @param offline replicas that are out of reach, with their broker or with the disk they are on
     * @param joining new replicas of a move in progress that have not caught up yet
     */
    public record Partition(
            int index,
            Optional<Integer> leader,
            List<Integer> replicas,
            List<Integer> isr,
            List<Integer> offline,
            List<Integer> joining) {
        public Partition {
            replicas = List.copyOf(replicas);
            isr = List.copyOf(isr);
            offline = List.copyOf(offline);
            joining = List.copyOf(joining);
        }

        /** One that is not being moved. */
        public Partition(
                int index, Optional<Integer> leader, List<Integer> replicas, List<Integer> isr, List<Integer> offline) {
            this(index, leader, replicas, isr, offline, List.of());
        }

        /** The same while it is being moved to these brokers, too. */
        public Partition joinedBy(List<Integer> adding) {
            var behind = new ArrayList<Integer>();
            for (int replica : adding) {
                if (replicas.contains(replica) && !isr.contains(replica)) {
                    behind.add(replica);
                }
            }
            return new Partition(index, leader, replicas, isr, offline, behind);
        }

        /** Whether a replica is not in sync; those that are only joining are not expected to be. */
        public boolean isUnderReplicated() {
            return isr.size() < replicas.size() - joining.size();
        }

        /** The first replica, unless the partition is only on its way to it. */
        private Optional<Integer> preferredLeader() {
            return replicas.isEmpty() || joining.contains(replicas.get(0))
                    ? Optional.empty()
                    : Optional.of(replicas.get(0));
        }

        boolean isOnPreferredLeader() {
            return preferredLeader().isEmpty() || leader.equals(preferredLeader());
        }
    }

    public TopicFacts {
        partitions = List.copyOf(partitions);
    }

    /** The same with these partitions. */
    public TopicFacts withPartitions(List<Partition> newPartitions) {
        return new TopicFacts(name, internal, minIsr, uncleanElection, newPartitions);
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
