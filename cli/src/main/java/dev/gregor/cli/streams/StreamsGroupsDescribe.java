package dev.gregor.cli.streams;

import dev.gregor.cli.coordinator.GroupNames;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.grouptool.GroupTool;
import dev.gregor.cli.grouptool.KafkaFailure;
import dev.gregor.cli.grouptool.Padded;
import dev.gregor.cli.reset.LogOffsets;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.StreamsGroupDescribeResponseData.Assignment;
import org.apache.kafka.common.message.StreamsGroupDescribeResponseData.TaskIds;

/** {@code kafka-streams-groups.sh --describe}: offsets, members or states of streams groups, in the order they are named. */
final class StreamsGroupsDescribe {
    private static final int NARROWEST = 15;

    private final ClusterClient client;
    private final PrintStream out;
    private final boolean verbose;

    private StreamsGroupsDescribe(ClusterClient client, PrintStream out, boolean verbose) {
        this.client = client;
        this.out = out;
        this.verbose = verbose;
    }

    static void print(ClusterClient client, ParsedOptions options, PrintStream out) {
        var report = new StreamsGroupsDescribe(client, out, options.has("verbose"));
        for (var id : StreamsGroupsProgram.ids(client, options)) {
            var group = new StreamsGroups(client).describe(id);
            if (options.has("members")) {
                report.members(group);
            } else if (options.has("state")) {
                report.state(group);
            } else {
                report.offsets(group);
            }
        }
    }

    private void tellState(StreamsGroup group) {
        if (group.state().equals(GroupNames.DEAD)) {
            GroupTool.printError(out, "Streams group '" + group.id() + "' does not exist.");
        } else if (group.state().equals(GroupNames.EMPTY)) {
            GroupTool.printError(out, "Streams group '" + group.id() + "' has no active members.");
        }
    }

    private static boolean hasRows(StreamsGroup group) {
        return !group.state().equals(GroupNames.DEAD)
                && !group.description().members().isEmpty();
    }

    private void state(StreamsGroup group) {
        tellState(group);
        var description = group.description();
        var coordinator = group.coordinator().host() + ":" + group.coordinator().port() + " ("
                + group.coordinator().id() + ")";
        int groupWidth = Math.max(NARROWEST, group.id().length());
        int coordinatorWidth = Math.max(25, coordinator.length());
        var head = new Padded()
                .cell("GROUP", groupWidth)
                .cell("COORDINATOR (ID)", coordinatorWidth)
                .cell("STATE", 25);
        var row = new Padded()
                .cell(group.id(), groupWidth)
                .cell(coordinator, coordinatorWidth)
                .cell(group.state(), 25);
        if (verbose) {
            head.cell("GROUP-EPOCH", 15).cell("TARGET-ASSIGNMENT-EPOCH", 25);
            row.cell(String.valueOf(description.groupEpoch()), 15)
                    .cell(String.valueOf(description.assignmentEpoch()), 25);
        }
        out.println(head.last("#MEMBERS"));
        out.println(row.last(String.valueOf(description.members().size())));
    }

    private void members(StreamsGroup group) {
        if (!hasRows(group)) {
            return;
        }
        tellState(group);
        var description = group.description();
        int groupWidth = Math.max(NARROWEST, group.id().length());
        int idWidth = NARROWEST;
        int processWidth = NARROWEST;
        int clientWidth = NARROWEST;
        for (var member : description.members()) {
            idWidth = Math.max(idWidth, member.memberId().length());
            processWidth = Math.max(processWidth, member.processId().length());
            clientWidth = Math.max(clientWidth, member.clientId().length());
        }
        var head = new Padded().cell("GROUP", groupWidth);
        if (verbose) {
            head.cell("TARGET-ASSIGNMENT-EPOCH", 25).joined("TOPOLOGY-EPOCH", 15);
        }
        head.cell("MEMBER", idWidth);
        if (verbose) {
            head.cell("MEMBER-PROTOCOL", NARROWEST).cell("MEMBER-EPOCH", NARROWEST);
        }
        out.println(head.cell("PROCESS", processWidth)
                .cell("CLIENT-ID", clientWidth)
                .last("ASSIGNMENTS"));
        for (var member : description.members()) {
            var row = new Padded().cell(group.id(), groupWidth);
            if (verbose) {
                row.cell(String.valueOf(description.assignmentEpoch()), 25)
                        .joined(String.valueOf(description.topology().epoch()), 15);
            }
            row.cell(member.memberId(), idWidth);
            if (verbose) {
                row.cell(member.isClassic() ? "classic" : "streams", NARROWEST)
                        .cell(String.valueOf(member.memberEpoch()), NARROWEST);
            }
            out.println(row.cell(member.processId(), processWidth)
                    .cell(member.clientId(), clientWidth)
                    .last(tasks("", member.assignment())
                            + (verbose ? tasks("TARGET-", member.targetAssignment()) : "")));
        }
    }

    private static String tasks(String prefix, Assignment assignment) {
        return tasks(prefix + "ACTIVE", assignment.activeTasks())
                + tasks(prefix + "STANDBY", assignment.standbyTasks())
                + tasks(prefix + "WARMUP", assignment.warmupTasks());
    }

    private static String tasks(String kind, List<TaskIds> tasks) {
        if (tasks.isEmpty()) {
            return "";
        }
        var text = new StringBuilder(kind).append(": ");
        for (var task : tasks) {
            text.append(task.subtopologyId()).append(":[");
            var separator = "";
            for (int partition : task.partitions()) {
                text.append(separator).append(partition);
                separator = ",";
            }
            text.append("]; ");
        }
        return text.toString();
    }

    private void offsets(StreamsGroup group) {
        Map<TopicPartition, Long> starts;
        Map<TopicPartition, Long> ends;
        try {
            starts = new LogOffsets(client).at(group.activePartitions(), LogOffsets.EARLIEST);
            ends = new LogOffsets(client).at(group.activePartitions(), LogOffsets.LATEST);
        } catch (ApiErrorException refused) {
            throw KafkaFailure.fromFuture(refused);
        }
        var committed = new StreamsGroups(client).committed(group.id(), group.readTopics());
        if (!hasRows(group)) {
            return;
        }
        tellState(group);
        int groupWidth = Math.max(NARROWEST, group.id().length());
        int topicWidth = NARROWEST;
        for (var partition : starts.keySet()) {
            topicWidth = Math.max(topicWidth, partition.topic().length());
        }
        var head =
                new Padded().cell("GROUP", groupWidth).cell("TOPIC", topicWidth).cell("PARTITION", 10);
        out.println(
                verbose
                        ? head.cell("CURRENT-OFFSET", 15)
                                .cell("LEADER-EPOCH", 15)
                                .cell("LOG-END-OFFSET", 15)
                                .joined("OFFSET-LAG", 15)
                                .toString()
                        : head.last("OFFSET-LAG"));
        for (var partition : new HashMap<>(starts).keySet()) {
            long end = ends.getOrDefault(partition, 0L);
            var known = committed.get(partition);
            long lag = end - (known == null ? starts.getOrDefault(partition, 0L) : known.offset());
            var row = new Padded()
                    .cell(group.id(), groupWidth)
                    .cell(partition.topic(), topicWidth)
                    .cell(String.valueOf(partition.partition()), 10);
            if (verbose) {
                row.cell(known == null ? "-" : String.valueOf(known.offset()), 15)
                        .cell(known == null ? "-" : Padded.text(known.leaderEpoch()), 15)
                        .cell(String.valueOf(end), 15);
                out.println(row.joined(String.valueOf(lag), 15));
            } else {
                out.println(row.last(String.valueOf(lag)));
            }
        }
    }
}
