package dev.gregor.cli.share;

import dev.gregor.cli.Streams;
import dev.gregor.cli.coordinator.GroupDescription;
import dev.gregor.cli.coordinator.GroupListings;
import dev.gregor.cli.coordinator.GroupMember;
import dev.gregor.cli.coordinator.GroupNames;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.grouptool.GroupList;
import dev.gregor.cli.grouptool.GroupTool;
import dev.gregor.cli.grouptool.KafkaFailure;
import dev.gregor.cli.grouptool.Padded;
import dev.gregor.cli.grouptool.PartitionsText;
import dev.gregor.protocol.ClusterClient;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** {@code kafka-share-groups.sh --describe}: offsets, members or states of share groups, sorted by group. */
final class ShareGroupsDescribe {
    private static final int NARROWEST = 15;

    private final Streams streams;
    private final PrintStream out;
    private final boolean verbose;

    private ShareGroupsDescribe(Streams streams, boolean verbose) {
        this.streams = streams;
        this.out = streams.out();
        this.verbose = verbose;
    }

    static void print(ClusterClient client, ParsedOptions options, Streams streams) {
        var ids = options.has("all-groups")
                ? GroupList.ids(client, GroupListings.Filter.ofType(GroupNames.SHARE))
                : options.values("group");
        var shares = new ShareGroups(client);
        var groups = new TreeMap<>(GroupTool.all(shares.describe(ids)));
        var report = new ShareGroupsDescribe(streams, options.has("verbose"));
        if (options.has("members")) {
            groups.values().forEach(report::members);
        } else if (options.has("state")) {
            groups.values().forEach(report::state);
        } else {
            var offsets = shares.offsets(groups.keySet());
            for (var failure : offsets.failures().values()) {
                throw KafkaFailure.rethrown(failure);
            }
            new TreeMap<>(offsets.groups()).forEach(report::offsets);
        }
    }

    private void offsets(String groupId, Map<TopicPartition, ShareGroups.SharePartition> partitions) {
        if (partitions.isEmpty()) {
            out.println("\nShare group '" + groupId + "' has no offset information.");
            return;
        }
        int groupWidth = Math.max(NARROWEST, groupId.length());
        int topicWidth = NARROWEST;
        for (var partition : partitions.keySet()) {
            topicWidth = Math.max(topicWidth, partition.topic().length());
        }
        offset(groupWidth, topicWidth, List.of("GROUP", "TOPIC", "PARTITION", "LEADER-EPOCH", "START-OFFSET", "LAG"));
        for (var partition : PartitionsText.sorted(partitions.keySet())) {
            var share = partitions.get(partition);
            if (share != null) {
                offset(
                        groupWidth,
                        topicWidth,
                        List.of(
                                groupId,
                                partition.topic(),
                                String.valueOf(partition.partition()),
                                Padded.text(share.leaderEpoch()),
                                Padded.text(share.start()),
                                Padded.text(share.lag())));
            }
        }
        out.println();
    }

    private void offset(int groupWidth, int topicWidth, List<String> cells) {
        var line = new Padded()
                .cell(cells.get(0), groupWidth)
                .cell(cells.get(1), topicWidth)
                .cell(cells.get(2), 10);
        if (verbose) {
            line.cell(cells.get(3), 13);
        }
        out.print("\n" + line.cell(cells.get(4), 13).last(cells.get(5)));
    }

    /** Says that the group is gone or empty, and whether there is anything else to print. */
    private boolean isWorthPrinting(GroupDescription group, int rows) {
        if (group.state().equals(GroupNames.DEAD)) {
            GroupTool.printError(out, "Share group '" + group.id() + "' does not exist.");
            return false;
        }
        if (group.state().equals(GroupNames.EMPTY)) {
            streams.err().println("\nShare group '" + group.id() + "' has no active members.");
        }
        return rows > 0;
    }

    private void state(GroupDescription group) {
        isWorthPrinting(group, 1);
        var coordinator = group.coordinator().host() + ":" + group.coordinator().port() + "  ("
                + group.coordinator().id() + ")";
        int groupWidth = Math.max(NARROWEST, group.id().length());
        int coordinatorWidth = Math.max(25, coordinator.length());
        var head = new Padded()
                .cell("GROUP", groupWidth)
                .cell("COORDINATOR (ID)", coordinatorWidth)
                .cell("STATE", 15);
        var row = new Padded()
                .cell(group.id(), groupWidth)
                .cell(coordinator, coordinatorWidth)
                .cell(group.state(), 15);
        if (verbose) {
            head.cell("GROUP-EPOCH", 12).cell("ASSIGNMENT-EPOCH", 17);
            row.cell(Padded.text(group.groupEpoch()), 12).cell(Padded.text(group.assignmentEpoch()), 17);
        }
        out.print("\n" + head.last("#MEMBERS"));
        out.println("\n" + row.last(String.valueOf(group.members().size())));
    }

    private void members(GroupDescription group) {
        if (!isWorthPrinting(group, group.members().size())) {
            return;
        }
        var members = new ArrayList<>(group.members());
        members.sort(Comparator.comparing(GroupMember::id));
        int idWidth = NARROWEST;
        int hostWidth = NARROWEST;
        int clientWidth = NARROWEST;
        for (var member : members) {
            idWidth = Math.max(idWidth, member.id().length());
            hostWidth = Math.max(hostWidth, member.host().length());
            clientWidth = Math.max(clientWidth, member.clientId().length());
        }
        int groupWidth = Math.max(NARROWEST, group.id().length());
        var head = new Padded()
                .cell("GROUP", groupWidth)
                .cell("CONSUMER-ID", idWidth)
                .cell("HOST", hostWidth)
                .cell("CLIENT-ID", clientWidth)
                .cell("#PARTITIONS", 12);
        if (verbose) {
            head.cell("MEMBER-EPOCH", 13);
        }
        out.print("\n" + head.last("ASSIGNMENT"));
        for (var member : members) {
            var row = new Padded()
                    .cell(group.id(), groupWidth)
                    .cell(member.id(), idWidth)
                    .cell(member.host(), hostWidth)
                    .cell(member.clientId(), clientWidth)
                    .cell(String.valueOf(member.assignment().size()), 12);
            if (verbose) {
                row.cell(Padded.text(member.epoch()), 13);
            }
            out.print("\n" + row.last(PartitionsText.of(member.assignment())));
        }
        out.println();
    }
}
