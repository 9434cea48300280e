package dev.gregor.cli.findings;

import dev.gregor.cli.findings.ClusterFacts.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is wrong with groups, and with transactions that hold their readers up. */
final class GroupChecks {
    private static final long MINUTE_MS = 60_000;

    private GroupChecks() {}

    static List<Finding> of(ClusterFacts cluster) {
        var findings = new ArrayList<Finding>();
        for (var group : cluster.groups()) {
            add(group, findings);
        }
        for (var open : cluster.hanging()) {
            findings.add(Finding.error(
                    "hanging-transaction",
                    "topic " + open.topic(),
                    "partition " + open.partition() + " has a transaction of producer " + open.producerId()
                            + " that hangs since " + open.silentMs() / MINUTE_MS
                            + " min: read_committed readers stop at offset " + open.startOffset(),
                    "gregor tx abort " + open.topic() + ":" + open.partition() + " --start-offset "
                            + open.startOffset()));
        }
        return findings;
    }

    private static void add(Group group, List<Finding> findings) {
        var subject = "group " + group.id();
        var look = "gregor group describe " + group.id();
        boolean stuck = isRebalancing(group.stateBefore()) && isRebalancing(group.state());
        if (stuck) {
            findings.add(Finding.warning(
                    "group-rebalancing",
                    subject,
                    "is rebalancing for " + group.seenMs() + " ms at least; its members read nothing meanwhile",
                    look));
        }
        if (group.lag().isEmpty() || group.lag().get() == 0) {
            return;
        }
        long lag = group.lag().get();
        if (group.members() == 0) {
            findings.add(Finding.note(
                    "group-without-members", subject, "has no members and " + lag + " records unread", look));
        } else if (!stuck && group.progress() <= 0 && group.lagBefore().orElse(0L) > 0) {
            boolean grows = lag > group.lagBefore().orElse(lag);
            findings.add(new Finding(
                    grows ? Weight.WARNING : Weight.NOTE,
                    grows ? "group-stands-still" : "group-not-committing",
                    subject,
                    "has " + group.members() + (group.members() == 1 ? " member" : " members") + " and " + lag
                            + " records unread, and committed nothing in " + group.seenMs() + " ms"
                            + (grows ? " while the lag grew" : ""),
                    look));
        }
    }

    /** Of both protocols: PreparingRebalance, CompletingRebalance, Assigning, Reconciling. */
    private static boolean isRebalancing(String state) {
        var name = state.toLowerCase(Locale.ROOT);
        return name.contains("rebalance") || name.equals("assigning") || name.equals("reconciling");
    }
}
