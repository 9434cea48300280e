package dev.gregor.cli.group;

import dev.gregor.cli.Streams;
import dev.gregor.cli.coordinator.GroupDescription;
import dev.gregor.cli.coordinator.GroupDescriptions;
import dev.gregor.cli.coordinator.GroupNames;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.grouptool.GroupTool;
import dev.gregor.cli.grouptool.KafkaFailure;
import dev.gregor.cli.grouptool.Padded;
import dev.gregor.protocol.ClusterClient;
import java.util.TreeMap;

/** {@code kafka-consumer-groups.sh --describe}: offsets, members or states of groups, sorted by group. */
final class ConsumerGroupsDescribe {
    private final Streams streams;
    private final boolean verbose;

    private ConsumerGroupsDescribe(Streams streams, boolean verbose) {
        this.streams = streams;
        this.verbose = verbose;
    }

    static void print(ClusterClient client, ParsedOptions options, Streams streams) {
        var ids = options.has("all-groups") ? ConsumerGroupsList.ids(client) : options.values("group");
        var described = GroupTool.all(GroupDescriptions.ofConsumers(client, ids));
        var report = new ConsumerGroupsDescribe(streams, options.has("verbose"));
        if (options.has("members")) {
            for (var group : new TreeMap<>(described).values()) {
                report.members(group);
            }
        } else if (options.has("state")) {
            for (var group : new TreeMap<>(described).values()) {
                report.state(group);
            }
        } else {
            var rows = new TreeMap<String, OffsetRows>();
            for (var group : described.values()) {
                rows.put(group.id(), OffsetRows.of(client, group));
            }
            for (var row : rows.values()) {
                report.offsets(row);
            }
        }
    }

    private void offsets(OffsetRows rows) {
        if (isWorthPrinting(rows.group(), rows.rows().size())) {
            rows.print(streams.out(), verbose);
        }
    }

    private void members(GroupDescription group) {
        // The headings come even for a group without members.
        boolean hasRows = isWorthPrinting(group, group.members().size());
        new MembersTable(group, hasRows, verbose).print(streams.out());
    }

    private void state(GroupDescription group) {
        if (!isWorthPrinting(group, 1)) {
            return;
        }
        var coordinator = group.coordinator().host() + ":" + group.coordinator().port() + "  ("
                + group.coordinator().id() + ")";
        int groupWidth = Math.max(15, group.id().length());
        int coordinatorWidth = Math.max(25, coordinator.length());
        var head = new Padded()
                .cell("GROUP", groupWidth)
                .cell("COORDINATOR (ID)", coordinatorWidth)
                .cell("ASSIGNMENT-STRATEGY", 20)
                .cell("STATE", 20);
        var row = new Padded()
                .cell(group.id(), groupWidth)
                .cell(coordinator, coordinatorWidth)
                .cell(group.assignor().isEmpty() ? "-" : group.assignor(), 20)
                .cell(group.state(), 20);
        if (verbose) {
            head.cell("GROUP-EPOCH", 15).cell("TARGET-ASSIGNMENT-EPOCH", 25);
            row.cell(Padded.text(group.groupEpoch()), 15).cell(Padded.text(group.assignmentEpoch()), 25);
        }
        streams.out().print("\n" + head.last("#MEMBERS"));
        streams.out().print("\n" + row.last(String.valueOf(group.members().size())));
        streams.out().println();
    }

    /** Says what is odd about the group's state, and whether there is anything else to print. */
    private boolean isWorthPrinting(GroupDescription group, int rows) {
        switch (group.state()) {
            case GroupNames.DEAD -> {
                GroupTool.printError(streams.out(), "Consumer group '" + group.id() + "' does not exist.");
                return false;
            }
            case GroupNames.EMPTY ->
                streams.err().println("\nConsumer group '" + group.id() + "' has no active members.");
            case GroupNames.STABLE -> {
                // Nothing odd.
            }
            case GroupNames.PREPARING_REBALANCE,
                    GroupNames.COMPLETING_REBALANCE,
                    GroupNames.ASSIGNING,
                    GroupNames.RECONCILING ->
                streams.err().println("\nWarning: Consumer group '" + group.id() + "' is rebalancing.");
            default ->
                throw new KafkaFailure(
                        "org.apache.kafka.common.KafkaException",
                        "Expected a valid consumer group state, but found '" + group.state() + "'.");
        }
        return rows > 0;
    }
}
