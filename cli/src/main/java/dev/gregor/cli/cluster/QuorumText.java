package dev.gregor.cli.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.Uuid;

/** A quorum as {@code kafka-metadata-quorum.sh describe} prints it. */
final class QuorumText {
    private static final List<String> HEADINGS = List.of(
            "NodeId", "DirectoryId", "LogEndOffset", "Lag", "LastFetchTimestamp", "LastCaughtUpTimestamp", "Status");

    private QuorumText() {}

    static String status(Quorum.State quorum, String clusterId) {
        var leader = quorum.leader();
        var slowest = leader;
        for (int i = 0; i < quorum.voters().size(); i++) {
            var voter = quorum.voters().get(i);
            slowest = i == 0 || voter.logEndOffset() < slowest.logEndOffset() ? voter : slowest;
        }
        long lagMs = slowest.id() == leader.id()
                ? 0
                : leader.lastCaughtUpMs().isPresent()
                                && slowest.lastCaughtUpMs().isPresent()
                        ? leader.lastCaughtUpMs().get()
                                - slowest.lastCaughtUpMs().get()
                        : -1;
        return "ClusterId:              " + clusterId
                + "\nLeaderId:               " + quorum.leaderId()
                + "\nLeaderEpoch:            " + quorum.leaderEpoch()
                + "\nHighWatermark:          " + quorum.highWatermark()
                + "\nMaxFollowerLag:         " + (leader.logEndOffset() - slowest.logEndOffset())
                + "\nMaxFollowerLagTimeMs:   " + lagMs
                + "\nCurrentVoters:          " + nodes(quorum.voters())
                + "\nCurrentObservers:       " + nodes(quorum.observers());
    }

    private static String nodes(List<Quorum.Replica> replicas) {
        var nodes = new ArrayList<String>();
        for (var replica : replicas) {
            var node = new StringBuilder("{\"id\": ").append(replica.id());
            if (!replica.directoryId().equals(Uuid.ZERO_UUID)) {
                node.append(", \"directoryId\": \"")
                        .append(replica.directoryId())
                        .append('"');
            }
            var separator = ", \"endpoints\": [";
            for (var endpoint : replica.endpoints()) {
                node.append(separator).append('"').append(endpoint).append('"');
                separator = ", ";
            }
            nodes.add(node.append(replica.endpoints().isEmpty() ? "}" : "]}").toString());
        }
        return "[" + String.join(", ", nodes) + "]";
    }

    /** @param nowMs to tell times as so long ago; empty to tell them as they are */
    static String replication(Quorum.State quorum, Optional<Long> nowMs) {
        var leader = quorum.leader();
        var rows = new ArrayList<List<String>>();
        rows.add(HEADINGS);
        rows.add(row(leader, leader, "Leader", nowMs));
        for (var voter : quorum.voters()) {
            if (voter.id() != quorum.leaderId()) {
                rows.add(row(voter, leader, "Follower", nowMs));
            }
        }
        for (var observer : quorum.observers()) {
            rows.add(row(observer, leader, "Observer", nowMs));
        }
        var text = new StringBuilder();
        for (var row : rows) {
            for (int i = 0; i < row.size(); i++) {
                text.append(row.get(i))
                        .append(" ".repeat(width(rows, i) - row.get(i).length()))
                        .append('\t');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static int width(List<List<String>> rows, int column) {
        int width = 0;
        for (var row : rows) {
            width = Math.max(width, row.get(column).length());
        }
        return width;
    }

    private static List<String> row(
            Quorum.Replica replica, Quorum.Replica leader, String status, Optional<Long> nowMs) {
        return List.of(
                String.valueOf(replica.id()),
                replica.directoryId().toString(),
                String.valueOf(replica.logEndOffset()),
                String.valueOf(leader.logEndOffset() - replica.logEndOffset()),
                time(replica.lastFetchMs(), nowMs, "last fetch"),
                time(replica.lastCaughtUpMs(), nowMs, "last caught up"),
                status);
    }

    private static String time(Optional<Long> timestampMs, Optional<Long> nowMs, String what) {
        if (timestampMs.isEmpty()) {
            return "-1";
        }
        if (nowMs.isEmpty()) {
            return String.valueOf(timestampMs.get());
        }
        if (timestampMs.get() <= 0 || timestampMs.get() > nowMs.get()) {
            throw new IllegalStateException("Error while computing relative time, possible drift in system clock.\n"
                    + "Current timestamp is " + nowMs.get() + ", " + what + " timestamp is " + timestampMs.get());
        }
        return nowMs.get() - timestampMs.get() + " ms ago";
    }
}
