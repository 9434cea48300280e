package dev.gregor.cli.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** All checks over all facts. */
public final class ClusterChecks {
    private ClusterChecks() {}

    /** The findings, heaviest first; none for a cluster that is well. */
    public static List<Finding> of(ClusterFacts cluster) {
        var live = new TreeSet<Integer>();
        for (var broker : cluster.brokers()) {
            if (!broker.fenced()) {
                live.add(broker.id());
            }
        }
        var findings = new ArrayList<Finding>();
        var topics = new TopicChecks(live);
        for (var topic : cluster.topics()) {
            findings.addAll(topics.of(topic));
        }
        findings.addAll(BrokerChecks.of(cluster));
        cluster.quorum().ifPresent(quorum -> findings.addAll(QuorumChecks.of(quorum, live.size())));
        findings.addAll(GroupChecks.of(cluster));
        if (cluster.brokers().size() == 1) {
            findings.add(Finding.note(
                    "one-broker", "cluster", "one broker: nothing is replicated, and a lost disk loses all", ""));
        }
        for (var line : cluster.unread()) {
            findings.add(Finding.note("not-examined", "cluster", line, ""));
        }
        return Finding.sorted(findings);
    }
}
