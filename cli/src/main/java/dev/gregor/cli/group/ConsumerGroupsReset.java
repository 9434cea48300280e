package dev.gregor.cli.group;

import dev.gregor.cli.Streams;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import java.io.PrintStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/** {@code kafka-consumer-groups.sh --reset-offsets}: sets the offsets of groups that nobody is a member of, or shows them. */
final class ConsumerGroupsReset {
    private final ClusterClient client;
    private final ParsedOptions options;
    private final OffsetReset reset;

    private ConsumerGroupsReset(ClusterClient client, ParsedOptions options, Streams streams) {
        this.client = client;
        this.options = options;
        this.reset = new OffsetReset(client, options, streams);
    }

    static void run(ClusterClient client, ParsedOptions options, Streams streams) {
        var ids = options.has("all-groups") ? ConsumerGroupsList.ids(client) : options.values("group");
        var offsets = new ConsumerGroupsReset(client, options, streams).reset(ids, streams.out());
        if (options.has("export")) {
            boolean withGroups = options.values("group").size() != 1;
            streams.out().println(ResetFile.text(offsets, withGroups));
        } else {
            print(streams.out(), offsets);
        }
    }

    private Map<String, Map<TopicPartition, Long>> reset(List<String> ids, PrintStream out) {
        var described = GroupDescriptions.ofConsumers(client, ids);
        var offsets = new HashMap<String, Map<TopicPartition, Long>>();
        for (var id : order(ids)) {
            var group = described.groups().get(id);
            var failure = described.failures().get(id);
            if (failure != null && !Described.isNotFound(failure)) {
                throw KafkaFailure.rethrown(failure);
            }
            if (group == null || group.isInactive()) {
                offsets.put(id, reset(id));
            } else {
                GroupTool.printError(
                        out,
                        "Assignments can only be reset if the group '" + id + "' is inactive, but the current state is "
                                + group.state() + ".");
                offsets.put(id, Map.of());
            }
        }
        return offsets;
    }

    /** The order of a HashMap by id, in which Kafka's tool goes through the groups. */
    static Collection<String> order(List<String> ids) {
        var order = new HashMap<String, String>();
        for (var id : new TreeSet<>(ids)) {
            order.put(id, id);
        }
        return order.values();
    }

    private Map<TopicPartition, Long> reset(String id) {
        var partitions = partitions(id);
        reset.check(partitions);
        if (!reset.hasScenario(ConsumerGroupsOptions.SCENARIOS)) {
            throw new UsageException("Option '[reset-offsets]' requires one of the following scenarios: ["
                    + OptionRules.bracketed(ConsumerGroupsOptions.SCENARIOS) + "]");
        }
        var offsets = reset.offsets(id, partitions, () -> committed(id));
        if (!options.has("dry-run") && options.has("execute")) {
            new GroupOffsetChanges(client).commit(id, committedAt(offsets));
        }
        return offsets;
    }

    static Map<TopicPartition, CommittedOffset> committedAt(Map<TopicPartition, Long> offsets) {
        var committed = new HashMap<TopicPartition, CommittedOffset>();
        offsets.forEach((partition, offset) -> committed.put(partition, CommittedOffset.of(offset)));
        return committed;
    }

    private Collection<TopicPartition> partitions(String id) {
        if (options.has("all-topics")) {
            return committed(id).keySet();
        }
        if (options.has("topic")) {
            return reset.partitions(options.values("topic"));
        }
        if (!options.has("from-file")) {
            throw new UsageException("One of the reset scopes should be defined: --all-topics, --topic.");
        }
        return List.of();
    }

    private Map<TopicPartition, CommittedOffset> committed(String id) {
        try {
            return new GroupOffsets(client).of(id);
        } catch (ApiErrorException refused) {
            throw KafkaFailure.rethrown(refused);
        }
    }

    /** Prints the new offsets as the consumer and the share tool do. */
    static void print(PrintStream out, Map<String, Map<TopicPartition, Long>> offsets) {
        int groupWidth = 15;
        int topicWidth = 15;
        for (var group : offsets.entrySet()) {
            groupWidth = Math.max(groupWidth, group.getKey().length());
            for (var partition : group.getValue().keySet()) {
                topicWidth = Math.max(topicWidth, partition.topic().length());
            }
        }
        if (!offsets.isEmpty()) {
            out.print("\n"
                    + new Padded()
                            .cell("GROUP", groupWidth)
                            .cell("TOPIC", topicWidth)
                            .cell("PARTITION", 10)
                            .last("NEW-OFFSET"));
        }
        for (var group : offsets.entrySet()) {
            for (var offset : group.getValue().entrySet()) {
                out.print("\n"
                        + new Padded()
                                .cell(group.getKey(), groupWidth)
                                .cell(offset.getKey().topic(), topicWidth)
                                .cell(String.valueOf(offset.getKey().partition()), 10)
                                .last(String.valueOf(offset.getValue())));
            }
        }
        out.println();
    }
}
