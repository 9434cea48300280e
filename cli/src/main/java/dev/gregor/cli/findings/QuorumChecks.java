package dev.gregor.cli.findings;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the controllers. */
final class QuorumChecks {
    private static final String SUBJECT = "controller quorum";
    private static final String LOOK = "gregor cluster quorum";
    private static final long SILENT_MS = 10_000;
    private static final long GONE_MS = 60_000;
    private static final long FAR_BEHIND = 1_000;

    private QuorumChecks() {}

    static List<Finding> of(ClusterFacts.Quorum quorum, int brokers) {
        var findings = new ArrayList<Finding>();
        if (quorum.leader().isEmpty()) {
            findings.add(Finding.error(
                    "no-controller",
                    SUBJECT,
                    "no controller leads: nothing in the cluster can change",
                    "start those that are down: more than half of the controllers must run"));
        }
        int current = 0;
        for (var voter : quorum.voters()) {
            boolean leads = quorum.leader().isPresent() && quorum.leader().get() == voter.id();
            long silentMs = leads ? 0 : voter.silentMs().orElse(Long.MAX_VALUE);
            if (silentMs <= SILENT_MS && voter.lag() <= FAR_BEHIND) {
                current++;
            } else {
                findings.add(Finding.warning(
                        "voter-behind",
                        "controller " + voter.id(),
                        silentMs > GONE_MS
                                ? "does not follow the leading controller, " + voter.lag() + " records behind"
                                : "is " + voter.lag() + " records behind the leading controller, and asked it last "
                                        + silentMs / 1000 + " s ago",
                        "start it, or look at its log"));
            }
        }
        int majority = quorum.voters().size() / 2 + 1;
        if (quorum.leader().isPresent()
                && current <= majority
                && quorum.voters().size() > majority) {
            findings.add(Finding.error(
                    "quorum-at-majority",
                    SUBJECT,
                    current + " of " + quorum.voters().size()
                            + " controllers follow: when one more stops, nothing can change",
                    LOOK));
        }
        if (quorum.voters().size() == 1 && brokers > 1) {
            findings.add(Finding.warning(
                    "one-controller",
                    SUBJECT,
                    "one controller for " + brokers + " brokers: nothing can change while it is down",
                    "three controllers: kafka-metadata-quorum.sh add-controller"));
        } else if (quorum.voters().size() % 2 == 0 && !quorum.voters().isEmpty()) {
            findings.add(Finding.note(
                    "even-controllers",
                    SUBJECT,
                    quorum.voters().size() + " controllers bear no more failures than "
                            + (quorum.voters().size() - 1),
                    ""));
        }
        return findings;
    }
}
