package dev.gregor.cli.findings;

import dev.gregor.cli.findings.ClusterFacts.Broker;
import dev.gregor.cli.findings.ClusterFacts.LogDir;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is wrong with brokers: fenced ones, disks, releases that differ, work that is shared out badly. */
final class BrokerChecks {
    private static final long FULL_PERCENT = 5;
    private static final long FILLING_PERCENT = 15;
    /** Fewer leaders than this apart is no imbalance worth a word. */
    private static final int LEADERS_APART = 3;

    private static final double UNEVEN = 1.5;

    private BrokerChecks() {}

    static List<Finding> of(ClusterFacts cluster) {
        var findings = new ArrayList<Finding>();
        for (var broker : cluster.brokers()) {
            if (broker.fenced()) {
                findings.add(Finding.warning(
                        "broker-fenced",
                        subject(broker.id()),
                        "registered but fenced: it is starting, stopping or gone",
                        "start it, or, if it never comes back: kafka-cluster.sh unregister --id " + broker.id()));
            }
            broker.silence()
                    .ifPresent(why -> findings.add(Finding.error(
                            "broker-unreachable",
                            subject(broker.id()),
                            "the cluster counts on it, and it does not answer: " + why,
                            "look at its log, its host, and the network from here to there")));
        }
        addRacks(cluster, findings);
        addFeatures(cluster, findings);
        addDisks(cluster, findings);
        addBalance(cluster, findings);
        return findings;
    }

    private static String subject(int broker) {
        return "broker " + broker;
    }

    private static void addRacks(ClusterFacts cluster, List<Finding> findings) {
        var without = new TreeSet<Integer>();
        for (var broker : cluster.brokers()) {
            if (broker.rack().isEmpty()) {
                without.add(broker.id());
            }
        }
        if (!without.isEmpty() && without.size() < cluster.brokers().size()) {
            findings.add(Finding.warning(
                    "racks-missing",
                    "cluster",
                    TopicChecks.brokersText(without) + " without a rack, others have one: topics cannot be created",
                    "set broker.rack on each of them"));
        }
    }

    private static void addFeatures(ClusterFacts cluster, List<Finding> findings) {
        var lowest = new TreeMap<String, Integer>();
        var highest = new TreeMap<String, Integer>();
        var used = new TreeMap<String, Integer>();
        for (var broker : cluster.brokers()) {
            broker.features().forEach((feature, level) -> {
                lowest.merge(feature, level, Math::min);
                highest.merge(feature, level, Math::max);
            });
            used.putAll(broker.finalized());
        }
        for (var feature : highest.entrySet()) {
            var name = feature.getKey();
            int low = lowest.getOrDefault(name, 0);
            if (low < feature.getValue()) {
                findings.add(Finding.warning(
                        "mixed-releases",
                        "cluster",
                        "brokers support " + name + " up to " + low + " here and " + feature.getValue()
                                + " there: their releases differ",
                        "bring all brokers to one release"));
            } else if (name.equals("metadata.version") && used.getOrDefault(name, low) < low) {
                findings.add(Finding.note(
                        "feature-not-raised",
                        "cluster",
                        name + " is at " + used.get(name) + ", all brokers support " + low,
                        "kafka-features.sh upgrade --feature " + name + "=" + low));
            }
        }
    }

    private static void addDisks(ClusterFacts cluster, List<Finding> findings) {
        for (var directory : cluster.logDirs()) {
            var subject = subject(directory.broker()) + " " + directory.path();
            if (directory.error().isPresent()) {
                findings.add(Finding.error(
                        "log-dir-offline",
                        subject,
                        "log directory is offline: " + directory.error().get(),
                        "mend the disk and restart the broker"));
            }
            addSpace(directory, subject, findings);
            if (directory.moving() > 0) {
                findings.add(Finding.note(
                        "replicas-moving", subject, directory.moving() + " replicas are being moved here", ""));
            }
        }
    }

    private static void addSpace(LogDir directory, String subject, List<Finding> findings) {
        if (directory.totalBytes() <= 0 || directory.usableBytes() < 0) {
            return;
        }
        long percent = directory.usableBytes() * 100 / directory.totalBytes();
        if (percent < FILLING_PERCENT) {
            boolean full = percent < FULL_PERCENT;
            findings.add(new Finding(
                    full ? Weight.ERROR : Weight.WARNING,
                    full ? "disk-full" : "disk-filling",
                    subject,
                    "volume has " + percent + "% left (" + (directory.usableBytes() >> 20) + " MiB)",
                    "shorten retention, or add a disk"));
        }
    }

    private static void addBalance(ClusterFacts cluster, List<Finding> findings) {
        var leads = new TreeMap<Integer, Integer>();
        var prefers = new TreeMap<Integer, Integer>();
        for (Broker broker : cluster.brokers()) {
            if (!broker.fenced()) {
                leads.put(broker.id(), 0);
                prefers.put(broker.id(), 0);
            }
        }
        for (var topic : cluster.topics()) {
            for (var partition : topic.partitions()) {
                partition.leader().ifPresent(leader -> leads.computeIfPresent(leader, (id, count) -> count + 1));
                if (!partition.replicas().isEmpty()) {
                    prefers.computeIfPresent(partition.replicas().get(0), (id, count) -> count + 1);
                }
            }
        }
        if (isUneven(leads)) {
            findings.add(Finding.note(
                    "uneven-leaders",
                    "cluster",
                    "leaders are shared out unevenly: " + text(leads),
                    isUneven(prefers) ? "kafka-reassign-partitions.sh" : "gregor leader elect --all"));
        }
    }

    private static boolean isUneven(Map<Integer, Integer> leads) {
        int most = 0;
        int sum = 0;
        for (int count : leads.values()) {
            most = Math.max(most, count);
            sum += count;
        }
        double even = leads.isEmpty() ? 0 : (double) sum / leads.size();
        return most - even >= LEADERS_APART && most > UNEVEN * even;
    }

    private static String text(Map<Integer, Integer> leads) {
        var text = new StringBuilder();
        leads.forEach((broker, count) -> text.append(text.isEmpty() ? "" : ", ")
                .append(count)
                .append(" on ")
                .append(broker));
        return text.toString();
    }
}
