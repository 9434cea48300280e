package dev.gregor.cli.topic;

import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.topic.TopicDescription.PartitionState;
import dev.gregor.cli.topic.TopicDescription.Reassignment;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** Prints what {@code kafka-topics.sh --describe} prints, byte for byte. */
final class DescribeReport {
    private static final String MIN_ISR = "min.insync.replicas";

    private final PrintStream out;
    private final List<Integer> liveBrokers;
    private final boolean onlyOverridden;
    private final boolean onlyUnderReplicated;
    private final boolean onlyUnavailable;
    private final boolean onlyUnderMinIsr;
    private final boolean onlyAtMinIsr;

    DescribeReport(PrintStream out, ParsedOptions options, List<Integer> liveBrokers) {
        this.out = out;
        this.liveBrokers = liveBrokers;
        this.onlyOverridden = options.has("topics-with-overrides");
        this.onlyUnderReplicated = options.has("under-replicated-partitions");
        this.onlyUnavailable = options.has("unavailable-partitions");
        this.onlyUnderMinIsr = options.has("under-min-isr-partitions");
        this.onlyAtMinIsr = options.has("at-min-isr-partitions");
    }

    void print(
            TopicDescription topic, Map<String, ConfigValue> configs, Map<TopicPartition, Reassignment> reassignments) {
        if (showsTopics()) {
            printTopic(topic, configs, reassignments);
        }
        if (onlyOverridden) {
            return;
        }
        for (var partition : topic.partitions()) {
            var move = moveOf(topic, partition, reassignments);
            if (shows(partition, configs, move)) {
                printPartition(topic.name(), partition, move);
            }
        }
    }

    private boolean showsTopics() {
        return !onlyUnderReplicated && !onlyUnavailable && !onlyUnderMinIsr && !onlyAtMinIsr;
    }

    private boolean shows(PartitionState partition, Map<String, ConfigValue> configs, Optional<Reassignment> move) {
        if (showsTopics()) {
            return true;
        }
        int inSync = partition.isr().size();
        boolean hasLeader = hasLeader(partition);
        return onlyUnderReplicated && TopicDescription.replicationFactor(partition, move) > inSync
                || onlyUnavailable && !hasLeader
                || onlyUnderMinIsr && (!hasLeader || inSync < minIsr(configs))
                || onlyAtMinIsr && inSync == minIsr(configs);
    }

    /** To Kafka's client a leader that is not among the live brokers is none. */
    private boolean hasLeader(PartitionState partition) {
        return partition.leader().isPresent()
                && liveBrokers.contains(partition.leader().get());
    }

    private static int minIsr(Map<String, ConfigValue> configs) {
        var config = configs.get(MIN_ISR);
        return config == null ? 1 : Integer.parseInt(config.value());
    }

    private static Optional<Reassignment> moveOf(
            TopicDescription topic, PartitionState partition, Map<TopicPartition, Reassignment> reassignments) {
        return Optional.ofNullable(reassignments.get(new TopicPartition(topic.name(), partition.index())));
    }

    private void printTopic(
            TopicDescription topic, Map<String, ConfigValue> configs, Map<TopicPartition, Reassignment> reassignments) {
        var changed = new StringBuilder();
        for (var config : configs.values()) {
            if (!config.isDefault()) {
                changed.append(changed.isEmpty() ? "" : ",")
                        .append(config.name())
                        .append('=')
                        .append(config.value());
            }
        }
        if (onlyOverridden && changed.isEmpty()) {
            return;
        }
        var first = topic.partitions().get(0);
        out.print("Topic: " + topic.name());
        if (topic.id().getMostSignificantBits() != 0 || topic.id().getLeastSignificantBits() != 0) {
            out.print("\tTopicId: " + topic.id());
        }
        out.print("\tPartitionCount: " + topic.partitions().size());
        out.print("\tReplicationFactor: "
                + TopicDescription.replicationFactor(first, moveOf(topic, first, reassignments)));
        out.println("\tConfigs: " + changed);
    }

    private void printPartition(String topic, PartitionState partition, Optional<Reassignment> move) {
        out.print("\tTopic: " + topic);
        out.print("\tPartition: " + partition.index());
        out.print("\tLeader: " + (hasLeader(partition) ? partition.leader().orElseThrow() : "none"));
        out.print("\tReplicas: " + joined(partition.replicas()));
        out.print("\tIsr: " + joined(partition.isr()));
        if (move.isPresent()) {
            out.print("\tAdding Replicas: " + joined(move.get().adding()));
            out.print("\tRemoving Replicas: " + joined(move.get().removing()));
        }
        out.print("\tElr: "
                + (partition.elr().isPresent() ? joined(partition.elr().get()) : "N/A"));
        out.print("\tLastKnownElr: "
                + (partition.lastKnownElr().isPresent()
                        ? joined(partition.lastKnownElr().get())
                        : "N/A"));
        out.println();
    }

    private static String joined(List<Integer> brokers) {
        var text = new StringBuilder();
        for (var broker : brokers) {
            text.append(text.isEmpty() ? "" : ",").append(broker);
        }
        return text.toString();
    }
}
