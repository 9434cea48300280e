package dev.gregor.cli.group;

import dev.gregor.cli.coordinator.CommittedOffset;
import dev.gregor.cli.coordinator.GroupDescription;
import dev.gregor.cli.coordinator.GroupMember;
import dev.gregor.cli.coordinator.GroupOffsets;
import dev.gregor.cli.grouptool.KafkaFailure;
import dev.gregor.cli.grouptool.Padded;
import dev.gregor.cli.reset.LogOffsets;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** The partitions of a consumer group: those of its members, most loaded member first, then those nobody reads. */
record OffsetRows(GroupDescription group, List<OffsetRow> rows) {
    private static final int NARROWEST = 15;

    /** Asks what the group committed and where the logs end. */
    static OffsetRows of(ClusterClient client, GroupDescription group) {
        return of(group, new GroupOffsets(client).of(group.id()), new Ends(client));
    }

    /** Where the logs of partitions end; empty for one without a leader. */
    private record Ends(ClusterClient client) {
        Map<TopicPartition, Optional<Long>> of(Collection<TopicPartition> partitions) {
            try {
                var logs = new LogOffsets(client);
                var ends = new HashMap<TopicPartition, Optional<Long>>();
                var led = new ArrayList<TopicPartition>();
                for (var leader : logs.leadersOf(partitions).entrySet()) {
                    if (leader.getValue() < 0) {
                        ends.put(leader.getKey(), Optional.empty());
                    } else {
                        led.add(leader.getKey());
                    }
                }
                for (var end : logs.ofLed(led, LogOffsets.LATEST).entrySet()) {
                    ends.put(end.getKey(), Optional.of(end.getValue()));
                }
                return ends;
            } catch (ApiErrorException refused) {
                throw KafkaFailure.rethrown(refused);
            }
        }
    }

    private static OffsetRows of(GroupDescription group, Map<TopicPartition, CommittedOffset> committed, Ends ends) {
        var readers = new ArrayList<GroupMember>();
        for (var member : group.members()) {
            if (!member.assignment().isEmpty()) {
                readers.add(member);
            }
        }
        readers.sort(new MostLoadedFirst());
        var all = new HashSet<TopicPartition>(committed.keySet());
        for (var reader : readers) {
            all.addAll(reader.assignment());
        }
        var ended = ends.of(all);
        var rows = new ArrayList<OffsetRow>();
        var assigned = new HashSet<TopicPartition>();
        for (var reader : readers) {
            assigned.addAll(reader.assignment());
            rows.addAll(sorted(reader.assignment(), committed, ended, Optional.of(reader)));
        }
        var unread = new ArrayList<TopicPartition>();
        for (var partition : committed.keySet()) {
            if (!assigned.contains(partition)) {
                unread.add(partition);
            }
        }
        rows.addAll(sorted(unread, committed, ended, Optional.empty()));
        return new OffsetRows(group, rows);
    }

    private static List<OffsetRow> sorted(
            List<TopicPartition> partitions,
            Map<TopicPartition, CommittedOffset> committed,
            Map<TopicPartition, Optional<Long>> ends,
            Optional<GroupMember> reader) {
        var rows = new ArrayList<OffsetRow>();
        for (var partition : partitions) {
            var end = ends.get(partition);
            rows.add(new OffsetRow(
                    partition,
                    Optional.ofNullable(committed.get(partition)),
                    end == null ? Optional.empty() : end,
                    reader));
        }
        rows.sort(new ByPartition());
        return rows;
    }

    // Classes: lambdas cost a command's start milliseconds.
    private static final class MostLoadedFirst implements Comparator<GroupMember> {
        @Override
        public int compare(GroupMember one, GroupMember other) {
            return Integer.compare(other.assignment().size(), one.assignment().size());
        }
    }

    private static final class ByPartition implements Comparator<OffsetRow> {
        @Override
        public int compare(OffsetRow one, OffsetRow other) {
            int byTopic = one.partition().topic().compareTo(other.partition().topic());
            return byTopic != 0
                    ? byTopic
                    : Integer.compare(
                            one.partition().partition(), other.partition().partition());
        }
    }

    /** Prints them as {@code kafka-consumer-groups.sh --describe --offsets} does. */
    void print(PrintStream out, boolean verbose) {
        int topicWidth = NARROWEST;
        int idWidth = NARROWEST;
        int hostWidth = NARROWEST;
        for (var row : rows) {
            topicWidth = Math.max(topicWidth, row.partition().topic().length());
            if (row.reader().isPresent()) {
                idWidth = Math.max(idWidth, row.reader().get().id().length());
                hostWidth = Math.max(hostWidth, row.reader().get().host().length());
            }
        }
        int groupWidth = Math.max(NARROWEST, group.id().length());
        var head =
                new Padded().cell("GROUP", groupWidth).cell("TOPIC", topicWidth).cell("PARTITION", 10);
        if (verbose) {
            head.cell("LEADER-EPOCH", NARROWEST);
        }
        head.cell("CURRENT-OFFSET", NARROWEST)
                .cell("LOG-END-OFFSET", NARROWEST)
                .cell("LAG", NARROWEST)
                .cell("CONSUMER-ID", idWidth)
                .cell("HOST", hostWidth);
        out.print("\n" + head.last("CLIENT-ID"));
        for (var row : rows) {
            var line = new Padded()
                    .cell(group.id(), groupWidth)
                    .cell(row.partition().topic(), topicWidth)
                    .cell(String.valueOf(row.partition().partition()), 10);
            var committed = row.committed();
            if (verbose) {
                line.cell(committed.isPresent() ? Padded.text(committed.get().leaderEpoch()) : "-", NARROWEST);
            }
            var reader = row.reader();
            line.cell(committed.isPresent() ? String.valueOf(committed.get().offset()) : "-", NARROWEST)
                    .cell(Padded.text(row.end()), NARROWEST)
                    .cell(Padded.text(row.lag()), NARROWEST)
                    .cell(reader.isPresent() ? reader.get().id() : "-", idWidth)
                    .cell(reader.isPresent() ? reader.get().host() : "-", hostWidth);
            out.print("\n" + line.last(reader.isPresent() ? reader.get().clientId() : "-"));
        }
        out.println();
    }
}
