package dev.gregor.cli.findings;

import java.util.Set;

/** How a partition is, the worst first: each partition is in one of these. */
public enum PartitionState {
    /** Nobody leads it: it can neither be written nor read. */
    NO_LEADER("no leader"),
    /** Fewer in sync than {@code min.insync.replicas}: producers with acks=all are refused. */
    BELOW_MIN_ISR("below min ISR"),
    /** Exactly as many in sync as that, and replicas are missing: the next failure refuses producers. */
    AT_MIN_ISR("at min ISR"),
    /** A replica is on a broker that is not there. */
    BROKER_GONE("replica on a missing broker"),
    /** A replica is not in sync. */
    UNDER_REPLICATED("under-replicated"),
    /** Another replica than the first one leads it. */
    NOT_PREFERRED("not on preferred leader"),
    /** As it should be. */
    OK("ok");

    private final String text;

    PartitionState(String text) {
        this.text = text;
    }

    /** As printed. */
    public String text() {
        return text;
    }

    /** The state of a partition of this topic, on a cluster with these live brokers. */
    public static PartitionState of(TopicFacts topic, TopicFacts.Partition partition, Set<Integer> brokers) {
        if (partition.leader().isEmpty()) {
            return NO_LEADER;
        }
        if (partition.isUnderReplicated() && topic.minIsr().isPresent()) {
            int minIsr = topic.minIsr().get();
            if (partition.isr().size() < minIsr) {
                return BELOW_MIN_ISR;
            }
            if (partition.isr().size() == minIsr) {
                return AT_MIN_ISR;
            }
        }
        if (!brokers.containsAll(partition.replicas())) {
            return BROKER_GONE;
        }
        if (partition.isUnderReplicated()) {
            return UNDER_REPLICATED;
        }
        return partition.isOnPreferredLeader() ? OK : NOT_PREFERRED;
    }
}
