package dev.gregor.cli.findings;

import dev.gregor.cli.findings.TopicFacts.Partition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is wrong with topics: their partitions as they are now, and configs that ask for trouble. */
public final class TopicChecks {
    private static final int NUMBERS_SHOWN = 8;

    private final Set<Integer> brokers;

    /** On a cluster with these live brokers. */
    public TopicChecks(Set<Integer> brokers) {
        this.brokers = Set.copyOf(brokers);
    }

    /** All findings about a topic, one for each kind, unsorted. */
    public List<Finding> of(TopicFacts topic) {
        var findings = new ArrayList<Finding>();
        var byState = new EnumMap<PartitionState, List<Partition>>(PartitionState.class);
        for (var partition : topic.partitions()) {
            byState.computeIfAbsent(PartitionState.of(topic, partition, brokers), first -> new ArrayList<>())
                    .add(partition);
        }
        for (var state : byState.entrySet()) {
            if (state.getKey() != PartitionState.OK) {
                findings.add(finding(topic, state.getKey(), state.getValue()));
            }
        }
        addConfigFindings(topic, findings);
        return findings;
    }

    private Finding finding(TopicFacts topic, PartitionState state, List<Partition> partitions) {
        var which = numbers(topic, partitions);
        return switch (state) {
            case NO_LEADER ->
                Finding.error(
                        "no-leader",
                        topic.subject(),
                        which + " without a leader: nothing can be written or read",
                        mendLeader(topic, partitions));
            case BELOW_MIN_ISR ->
                Finding.error(
                        "below-min-isr",
                        topic.subject(),
                        which + " below min.insync.replicas=" + topic.minIsr().orElse(1)
                                + ": producers with acks=all are refused",
                        bringBack(partitions));
            case AT_MIN_ISR ->
                Finding.warning(
                        "at-min-isr",
                        topic.subject(),
                        which + " at min.insync.replicas=" + topic.minIsr().orElse(1)
                                + " with replicas missing: the next failure stops acks=all",
                        bringBack(partitions));
            case BROKER_GONE ->
                Finding.warning(
                        "replica-on-missing-broker",
                        topic.subject(),
                        which + " with replicas on " + brokersText(missing(partitions)) + ", not there",
                        bringBack(partitions));
            case UNDER_REPLICATED ->
                Finding.warning(
                        "under-replicated",
                        topic.subject(),
                        which + " with replicas out of sync on " + brokersText(lagging(partitions)),
                        bringBack(partitions));
            case NOT_PREFERRED, OK ->
                Finding.note(
                        "not-on-preferred-leader",
                        topic.subject(),
                        which + " not led by the preferred replica",
                        "gregor leader elect " + topic.name());
        };
    }

    /** Who was in sync comes back first; an election among others is the last resort, with what it costs. */
    private String mendLeader(TopicFacts topic, List<Partition> partitions) {
        var behind = new ArrayList<Partition>();
        for (var partition : partitions) {
            for (int replica : partition.replicas()) {
                if (brokers.contains(replica)
                        && !partition.isr().contains(replica)
                        && !partition.offline().contains(replica)) {
                    behind.add(partition);
                    break;
                }
            }
        }
        var first = inSync(partitions);
        first.removeAll(brokers);
        // Without a leader there is nothing that replicas could be moved from.
        var missing = first.isEmpty() ? missing(partitions) : first;
        var start = missing.isEmpty() ? look(partitions) : "start " + brokersText(missing);
        return behind.isEmpty()
                ? start
                : start + "; or, losing what only they have: gregor leader elect --unclean " + topic.name()
                        + (behind.size() == 1 ? ":" + behind.get(0).index() : "");
    }

    private static Set<Integer> inSync(List<Partition> partitions) {
        var inSync = new TreeSet<Integer>();
        for (var partition : partitions) {
            inSync.addAll(partition.isr());
        }
        return inSync;
    }

    /** Missing brokers are to be started; those that run only need time, or a look at their disks. */
    private String bringBack(List<Partition> partitions) {
        var missing = missing(partitions);
        return missing.isEmpty()
                ? look(partitions)
                : "start " + brokersText(missing) + ", or move the replicas: kafka-reassign-partitions.sh";
    }

    private static String look(List<Partition> partitions) {
        var lagging = lagging(partitions);
        var suspects = lagging.isEmpty() ? inSync(partitions) : lagging;
        return "look at the log of " + brokersText(suspects) + ": gregor broker logdirs " + ids(suspects, " ");
    }

    private Set<Integer> missing(List<Partition> partitions) {
        var missing = new TreeSet<Integer>();
        for (var partition : partitions) {
            missing.addAll(partition.replicas());
        }
        missing.removeAll(brokers);
        return missing;
    }

    private static Set<Integer> lagging(List<Partition> partitions) {
        var lagging = new TreeSet<Integer>();
        for (var partition : partitions) {
            for (int replica : partition.replicas()) {
                if (!partition.isr().contains(replica) && !partition.joining().contains(replica)) {
                    lagging.add(replica);
                }
            }
        }
        return lagging;
    }

    private void addConfigFindings(TopicFacts topic, List<Finding> findings) {
        int fewest = topic.lowestReplicationFactor();
        int minIsr = topic.minIsr().orElse(1);
        if (minIsr > fewest) {
            findings.add(Finding.error(
                    "min-isr-above-replicas",
                    topic.subject(),
                    "min.insync.replicas=" + minIsr + " with " + fewest + (fewest == 1 ? " replica" : " replicas")
                            + ": acks=all can never succeed",
                    setConfig(topic, "min.insync.replicas=" + Math.max(1, fewest - 1))));
        } else if (minIsr == fewest && fewest > 1) {
            findings.add(Finding.warning(
                    "min-isr-equals-replicas",
                    topic.subject(),
                    "min.insync.replicas=" + minIsr + " of " + fewest + " replicas: one broker down refuses acks=all",
                    setConfig(topic, "min.insync.replicas=" + (fewest - 1))));
        }
        if (fewest == 1 && brokers.size() > 1) {
            findings.add(Finding.warning(
                    "one-replica",
                    topic.subject(),
                    "one replica: it is gone while its broker is down, and lost with its disk",
                    "more replicas: kafka-reassign-partitions.sh"));
        }
        if (topic.uncleanElection()) {
            findings.add(Finding.warning(
                    "unclean-election",
                    topic.subject(),
                    "unclean.leader.election.enable=true: acknowledged records may be lost without a word",
                    setConfig(topic, "unclean.leader.election.enable=false")));
        }
    }

    private static String setConfig(TopicFacts topic, String config) {
        return "gregor config set topic " + topic.name() + " " + config;
    }

    private static String numbers(TopicFacts topic, List<Partition> partitions) {
        if (topic.partitions().size() == 1) {
            return "its partition is";
        }
        var text = new StringBuilder();
        for (var partition : partitions.subList(0, Math.min(NUMBERS_SHOWN, partitions.size()))) {
            text.append(text.isEmpty() ? "" : ",").append(partition.index());
        }
        text.append(partitions.size() > NUMBERS_SHOWN ? ",…" : "");
        return partitions.size() == topic.partitions().size()
                ? "all " + partitions.size() + " partitions are"
                : partitions.size() + " of " + topic.partitions().size() + " partitions (" + text
                        + (partitions.size() == 1 ? ") is" : ") are");
    }

    static String brokersText(Set<Integer> ids) {
        return (ids.size() == 1 ? "broker " : "brokers ") + ids(ids, ",");
    }

    private static String ids(Set<Integer> ids, String separator) {
        var text = new StringBuilder();
        for (int id : new TreeSet<>(ids)) {
            text.append(text.isEmpty() ? "" : separator).append(id);
        }
        return text.toString();
    }
}
