package dev.gregor.cli.streams;

import dev.gregor.cli.Streams;
import dev.gregor.cli.coordinator.CommittedOffset;
import dev.gregor.cli.coordinator.Described;
import dev.gregor.cli.coordinator.GroupOffsetChanges;
import dev.gregor.cli.coordinator.GroupOffsets;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import dev.gregor.cli.grouptool.GroupTool;
import dev.gregor.cli.grouptool.KafkaFailure;
import dev.gregor.cli.grouptool.Padded;
import dev.gregor.cli.reset.OffsetReset;
import dev.gregor.cli.reset.ResetFile;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import java.io.PrintStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** {@code kafka-streams-groups.sh --reset-offsets}: sets the offsets of groups that nobody is a member of, or shows them. */
final class StreamsGroupsReset {
    private static final int WIDTH = 30;

    private final ClusterClient client;
    private final ParsedOptions options;
    private final OffsetReset reset;
    private final PrintStream out;

    private StreamsGroupsReset(ClusterClient client, ParsedOptions options, Streams streams) {
        this.client = client;
        this.options = options;
        this.reset = new OffsetReset(client, options, streams);
        this.out = streams.out();
    }

    static void run(ClusterClient client, ParsedOptions options, Streams streams) {
        var offsets = new StreamsGroupsReset(client, options, streams).reset();
        if (options.has("export")) {
            boolean withGroups = options.values("group").size() != 1;
            streams.out().println(ResetFile.text(offsets, withGroups));
        } else {
            print(streams.out(), offsets);
        }
    }

    private Map<String, Map<TopicPartition, Long>> reset() {
        var ids = StreamsGroupsProgram.ids(client, options);
        var offsets = new HashMap<String, Map<TopicPartition, Long>>();
        var described = new StreamsGroups(client).describe(ids);
        for (var id : GroupTool.inOrder(ids)) {
            var group = described.groups().get(id);
            var failure = described.failures().get(id);
            if (failure != null && !Described.isNotFound(failure)) {
                throw KafkaFailure.rethrown(failure);
            }
            if (group != null && !group.isInactive()) {
                GroupTool.printError(
                        out,
                        "Assignments can only be reset if the group '" + id + "' is inactive, but the current state is "
                                + group.state() + ".");
                offsets.put(id, Map.of());
                continue;
            }
            offsets.put(id, reset(id));
            if (group != null && options.has("execute")) {
                deleteInternalTopics(id);
            }
        }
        return offsets;
    }

    private Map<TopicPartition, Long> reset(String id) {
        var partitions = partitions(id);
        reset.checkScenario();
        var offsets = reset.offsets(id, partitions, () -> committed(id));
        if (options.has("execute")) {
            new GroupOffsetChanges(client).commit(id, CommittedOffset.all(offsets));
        }
        return offsets;
    }

    private Collection<TopicPartition> partitions(String id) {
        if (options.has("all-input-topics")) {
            return inputOffsets(client, id).keySet();
        }
        if (options.has("input-topic")) {
            var partitions = reset.partitions(options.values("input-topic"));
            reset.check(partitions);
            if (new GroupOffsets(client).of(id).keySet().containsAll(partitions)) {
                return partitions;
            }
            GroupTool.printError(out, "One or more topics are not part of the group '" + id + "'.");
            return List.of();
        }
        if (!options.has("from-file")) {
            throw new UsageException("One of the reset scopes should be defined: --all-topics, --topic.");
        }
        return List.of();
    }

    /** What the group committed for the topics that its application does not write itself. */
    static Map<TopicPartition, CommittedOffset> inputOffsets(ClusterClient client, String id) {
        var groups = new StreamsGroups(client);
        return groups.committed(id, described(groups, id).sourceTopics());
    }

    private Map<TopicPartition, CommittedOffset> committed(String id) {
        var groups = new StreamsGroups(client);
        return groups.committed(id, described(groups, id).readTopics());
    }

    private static StreamsGroup described(StreamsGroups groups, String id) {
        var described = groups.describe(List.of(id));
        var failure = described.failures().get(id);
        if (failure != null) {
            throw KafkaFailure.rethrown(failure);
        }
        return described.groups().values().iterator().next();
    }

    private void deleteInternalTopics(String id) {
        var topics = options.has("delete-all-internal-topics")
                ? InternalTopics.of(client, List.of(id), out).getOrDefault(id, List.of())
                : options.values("delete-internal-topic");
        if (topics.isEmpty()) {
            return;
        }
        Optional<ApiErrorException> first = Optional.empty();
        for (var outcome : new StreamsGroups(client).deleteTopics(topics).values()) {
            first = first.or(() -> outcome);
        }
        if (first.isPresent()) {
            GroupTool.printError(
                    out,
                    "Deleting internal topics for group '" + id + "' failed "
                            + (first.get().code() == ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION
                                    ? "because the topics do not exist."
                                    : "due to " + KafkaFailure.of(first.get()).text()));
        }
    }

    private static void print(PrintStream out, Map<String, Map<TopicPartition, Long>> offsets) {
        if (!offsets.isEmpty()) {
            print(out, "GROUP", "TOPIC", "PARTITION", "NEW-OFFSET");
        }
        offsets.forEach((id, byPartition) -> byPartition.forEach((partition, offset) ->
                print(out, id, partition.topic(), String.valueOf(partition.partition()), String.valueOf(offset))));
        out.println();
    }

    private static void print(PrintStream out, String group, String topic, String partition, String offset) {
        out.print("\n"
                + new Padded()
                        .cell(group, WIDTH)
                        .cell(topic, WIDTH)
                        .cell(partition, 10)
                        .joined(offset, 15));
    }
}
