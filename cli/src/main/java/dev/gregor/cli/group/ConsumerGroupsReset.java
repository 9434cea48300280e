package dev.gregor.cli.group;

import dev.gregor.cli.Streams;
import dev.gregor.cli.coordinator.CommittedOffset;
import dev.gregor.cli.coordinator.Described;
import dev.gregor.cli.coordinator.GroupDescriptions;
import dev.gregor.cli.coordinator.GroupOffsetChanges;
import dev.gregor.cli.coordinator.GroupOffsets;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import dev.gregor.cli.grouptool.GroupTool;
import dev.gregor.cli.grouptool.KafkaFailure;
import dev.gregor.cli.reset.OffsetReset;
import dev.gregor.cli.reset.ResetFile;
import dev.gregor.cli.reset.ResetTable;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import java.io.PrintStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            ResetTable.print(streams.out(), offsets);
        }
    }

    private Map<String, Map<TopicPartition, Long>> reset(List<String> ids, PrintStream out) {
        var described = GroupDescriptions.ofConsumers(client, ids);
        var offsets = new HashMap<String, Map<TopicPartition, Long>>();
        for (var id : GroupTool.inOrder(ids)) {
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

    private Map<TopicPartition, Long> reset(String id) {
        var partitions = partitions(id);
        reset.check(partitions);
        reset.checkScenario();
        var offsets = reset.offsets(id, partitions, () -> committed(id));
        if (!options.has("dry-run") && options.has("execute")) {
            new GroupOffsetChanges(client).commit(id, CommittedOffset.all(offsets));
        }
        return offsets;
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
}
