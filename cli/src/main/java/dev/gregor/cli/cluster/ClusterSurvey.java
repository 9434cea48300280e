package dev.gregor.cli.cluster;

import dev.gregor.cli.brokers.LogDirs;
import dev.gregor.cli.findings.ClusterFacts;
import dev.gregor.cli.findings.TopicFacts;
import dev.gregor.cli.group.GroupSurvey;
import dev.gregor.cli.topic.TopicSurvey;
import dev.gregor.cli.tx.HangingSearch;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ClusterUnreachableException;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import dev.gregor.protocol.UnknownBrokerException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks a cluster for all that the checks want to know, and changes nothing. What it may not or cannot read is left out and
 * told, a broker that does not answer as well; only a cluster that does not answer at all ends it.
 */
final class ClusterSurvey {
    private final ClusterClient client;
    private final Supplier<ClusterClient> another;
    private final Clock clock;
    private final int groupsSeenMs;
    private final List<String> unread = new ArrayList<>();

    /**
     * A survey.
     *
     * @param another      opens one more client to the same cluster
     * @param groupsSeenMs how long groups that lag are looked at
     */
    ClusterSurvey(ClusterClient client, Supplier<ClusterClient> another, Clock clock, int groupsSeenMs) {
        this.client = client;
        this.another = another;
        this.clock = clock;
        this.groupsSeenMs = groupsSeenMs;
    }

    /** One thing to read. */
    private interface Reading<T> {
        T read();
    }

    ClusterFacts facts() {
        client.cluster();
        try (var groups = new GroupSurvey(client, another)) {
            long startMs = clock.millis();
            var before = read("groups", List.<GroupSurvey.Seen>of(), groups::look);
            var topics = read("topics", List.<TopicFacts>of(), () -> new TopicSurvey(client).all());
            var brokers = brokers();
            var directories = directories(brokers);
            Optional<ClusterFacts.Quorum> quorum = read("controllers", Optional.empty(), () -> Optional.of(quorum()));
            var hanging = read("transactions", List.<ClusterFacts.Hanging>of(), () -> hanging(topics, silent(brokers)));
            var later = before;
            if (isWorthASecondLook(before)) {
                awaitUntil(startMs + groupsSeenMs);
                later = read("groups", before, groups::look);
            }
            return new ClusterFacts(
                    brokers,
                    topics,
                    directories,
                    quorum,
                    together(before, later, clock.millis() - startMs),
                    hanging,
                    unread);
        }
    }

    private <T> T read(String what, T otherwise, Reading<T> reading) {
        try {
            return reading.read();
        } catch (ClusterUnreachableException silent) {
            // One broker says nothing: told. All of them: thrown here.
            client.cluster();
            unread.add(what + " could not be read: " + silent.getMessage());
            return otherwise;
        } catch (ClusterException refused) {
            unread.add(what + " could not be read: " + refused.getMessage());
            return otherwise;
        }
    }

    private List<ClusterFacts.Broker> brokers() {
        var brokers = new ArrayList<ClusterFacts.Broker>();
        for (var endpoint : fencedToo()) {
            brokers.add(broker(endpoint));
        }
        return brokers;
    }

    private ClusterFacts.Broker broker(Endpoints.Endpoint endpoint) {
        var supported = new HashMap<String, Integer>();
        var finalized = new HashMap<String, Integer>();
        Optional<String> silence = Optional.empty();
        if (!endpoint.isFenced()) {
            try {
                for (var feature : new Features(client)
                        .describe(Target.broker(endpoint.id()))
                        .features()) {
                    supported.put(feature.name(), (int) feature.maxLevel());
                    finalized.put(feature.name(), (int) feature.finalizedLevel());
                }
            } catch (ClusterUnreachableException | UnknownBrokerException silent) {
                client.cluster();
                silence = Optional.of(String.valueOf(silent.getMessage()));
            } catch (ClusterException refused) {
                unread.add("features of broker " + endpoint.id() + " could not be read: " + refused.getMessage());
            }
        }
        return new ClusterFacts.Broker(
                endpoint.id(), endpoint.rack(), endpoint.isFenced(), silence, supported, finalized);
    }

    private List<Endpoints.Endpoint> fencedToo() {
        try {
            return new Endpoints(client).find(true);
        } catch (ClusterUnreachableException gone) {
            throw gone;
        } catch (ClusterException tooOld) {
            // Before Kafka 4.0 nobody tells of fenced brokers.
            return new Endpoints(client).find(false);
        }
    }

    private List<ClusterFacts.LogDir> directories(List<ClusterFacts.Broker> brokers) {
        var directories = new ArrayList<ClusterFacts.LogDir>();
        for (var broker : brokers) {
            if (broker.fenced() || broker.silence().isPresent()) {
                continue;
            }
            for (var directory : read(
                    "log directories of broker " + broker.id(),
                    List.<LogDirs.LogDir>of(),
                    () -> new LogDirs(client).of(broker.id()))) {
                int moving = 0;
                for (var replica : directory.replicas().values()) {
                    moving += replica.isFuture() ? 1 : 0;
                }
                directories.add(new ClusterFacts.LogDir(
                        broker.id(),
                        directory.path(),
                        directory.errorCode() == ErrorCodes.NONE
                                ? Optional.empty()
                                : Optional.of(ErrorCodes.text(directory.errorCode(), "")),
                        directory.totalBytes(),
                        directory.usableBytes(),
                        moving));
            }
        }
        return directories;
    }

    private ClusterFacts.Quorum quorum() {
        Quorum.State state;
        try {
            state = new Quorum(client).describe();
        } catch (ClusterUnreachableException nobodyLeads) {
            // Brokers keep the question until there is a controller to bring it to.
            client.cluster();
            return new ClusterFacts.Quorum(Optional.empty(), -1, List.of());
        }
        var voters = new ArrayList<ClusterFacts.Voter>();
        long nowMs = state.describedMs(clock.millis());
        for (var voter : state.voters()) {
            voters.add(new ClusterFacts.Voter(
                    voter.id(),
                    state.logEndOffset() - voter.logEndOffset(),
                    voter.lastFetchMs().map(fetched -> nowMs - fetched)));
        }
        return new ClusterFacts.Quorum(
                state.leaderId() < 0 ? Optional.empty() : Optional.of(state.leaderId()), state.highWatermark(), voters);
    }

    private static Set<Integer> silent(List<ClusterFacts.Broker> brokers) {
        var silent = new HashSet<Integer>();
        for (var broker : brokers) {
            if (broker.silence().isPresent()) {
                silent.add(broker.id());
            }
        }
        return silent;
    }

    private List<ClusterFacts.Hanging> hanging(List<TopicFacts> topics, Set<Integer> silent) {
        var partitions = new ArrayList<TopicPartition>();
        for (var topic : topics) {
            for (var partition : topic.partitions()) {
                if (partition.leader().isPresent()
                        && !silent.contains(partition.leader().get())) {
                    partitions.add(new TopicPartition(topic.name(), partition.index()));
                }
            }
        }
        long nowMs = clock.millis();
        var hanging = new ArrayList<ClusterFacts.Hanging>();
        for (var open : new HangingSearch(client)
                .search(partitions, Optional.empty(), HangingSearch.DEFAULT_MAX_TIMEOUT_MS, nowMs)) {
            hanging.add(new ClusterFacts.Hanging(
                    open.partition().topic(),
                    open.partition().partition(),
                    open.producer().txnStartOffset().orElse(-1),
                    open.producer().producerId(),
                    open.silentMs(nowMs)));
        }
        return hanging;
    }

    private boolean isWorthASecondLook(List<GroupSurvey.Seen> groups) {
        for (var group : groups) {
            if (group.members() > 0
                    && (group.records().orElse(0L) > 0 || !group.state().equals("Stable"))) {
                return groupsSeenMs > 0;
            }
        }
        return false;
    }

    private void awaitUntil(long timeMs) {
        long leftMs = timeMs - clock.millis();
        if (leftMs > 0) {
            try {
                Thread.sleep(leftMs);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static List<ClusterFacts.Group> together(
            List<GroupSurvey.Seen> before, List<GroupSurvey.Seen> later, long seenMs) {
        Map<String, GroupSurvey.Seen> first = new HashMap<>();
        before.forEach(group -> first.put(group.id(), group));
        var groups = new ArrayList<ClusterFacts.Group>();
        for (var now : later) {
            var then = first.getOrDefault(now.id(), now);
            // Seen once only, nobody can say that it stands still.
            boolean twice = then != now;
            groups.add(new ClusterFacts.Group(
                    now.id(),
                    twice ? then.state() : "",
                    now.state(),
                    now.members(),
                    twice ? then.records() : Optional.empty(),
                    now.records(),
                    now.position() - then.position(),
                    seenMs));
        }
        return groups;
    }
}
