package dev.gregor.cli.group;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.coordinator.GroupListing;
import dev.gregor.cli.coordinator.GroupListings;
import dev.gregor.cli.coordinator.GroupMember;
import dev.gregor.cli.names.Globs;
import dev.gregor.cli.offsets.ListedOffset;
import dev.gregor.cli.offsets.OffsetLookup;
import dev.gregor.protocol.BrokerNode;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ErrorCodes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataRequestData.MetadataRequestTopic;

/**
 * Asks a whole cluster about its groups, every broker at once: each about the groups it coordinates, then about the ends of
 * the partitions it leads. Owned by one thread, which waits for those of {@link EveryBroker}.
 */
final class GroupSweep implements AutoCloseable {
    /** So many of a leader's partitions are asked how old their unread records are: some 8 MB of batches. */
    private static final int TIMED_PER_LEADER = 500;

    private final ClusterClient first;
    private final EveryBroker brokers;

    /**
     * A sweep over this cluster.
     *
     * @param first   stays the caller's
     * @param another opens one more client to the same cluster; closed here
     */
    GroupSweep(ClusterClient first, Supplier<ClusterClient> another) {
        this.first = first;
        this.brokers = new EveryBroker(first, another);
    }

    /** A sweep over the cluster that the options name. A client that many commands share is no client for many threads. */
    static GroupSweep of(ConnectionOptions connection, ClusterClient first) {
        return new GroupSweep(first, () -> ClusterClient.open(connection.settings()));
    }

    /** Every group there is, sorted by id. */
    List<GroupListing> listings() {
        return listings(GroupListings.Filter.all());
    }

    List<GroupListing> listings(GroupListings.Filter filter) {
        var live = new TreeMap<Integer, BrokerNode>();
        for (var broker : first.cluster().brokers()) {
            live.put(broker.id(), broker);
        }
        var found = new TreeMap<String, GroupListing>();
        for (var ofBroker : brokers.ask(live, (client, broker) -> new GroupListings(client).list(broker, filter))) {
            for (var listing : ofBroker) {
                found.put(listing.id(), listing);
            }
        }
        return new ArrayList<>(found.values());
    }

    /**
     * The groups of these names and globs, all where none is named.
     *
     * @throws ClusterException when a name does not exist or a glob fits nothing
     */
    List<GroupListing> named(List<String> names) {
        var all = listings();
        if (names.isEmpty()) {
            return all;
        }
        var byId = new LinkedHashMap<String, GroupListing>();
        all.forEach(listing -> byId.put(listing.id(), listing));
        var meant = new ArrayList<GroupListing>();
        for (var id : Globs.expand("group", names, byId.keySet())) {
            meant.add(byId.get(id));
        }
        return meant;
    }

    /** These groups with their members and positions, in their order. */
    List<GroupFacts> facts(List<GroupListing> listings) {
        var byCoordinator = new TreeMap<Integer, List<GroupListing>>();
        for (var listing : listings) {
            byCoordinator
                    .computeIfAbsent(listing.brokerId(), id -> new ArrayList<>())
                    .add(listing);
        }
        var byId = new HashMap<String, GroupFacts>();
        for (var facts : brokers.ask(byCoordinator, (client, ofOne) -> new GroupReader(client).facts(ofOne))) {
            facts.forEach(group -> byId.put(group.id(), group));
        }
        var inOrder = new ArrayList<GroupFacts>();
        for (var listing : listings) {
            var facts = byId.get(listing.id());
            if (facts != null) {
                inOrder.add(facts);
            }
        }
        return inOrder;
    }

    /** How far these groups are behind; {@code timed} looks up how old their unread records are, too. */
    List<GroupLag> lags(List<GroupFacts> groups, boolean timed) {
        var partitions = new HashSet<TopicPartition>();
        groups.forEach(group -> partitions.addAll(group.partitions()));
        var byLeader = byLeader(partitions);
        var ends = new HashMap<TopicPartition, Long>();
        for (var answer : brokers.ask(
                byLeader, (client, led) -> new OffsetLookup(client, false).listed(led, OffsetLookup.LATEST))) {
            answer.forEach((partition, end) -> {
                if (end instanceof ListedOffset.Found found) {
                    ends.put(partition, found.offset());
                }
            });
        }
        var lags = new ArrayList<GroupLag>();
        for (var group : groups) {
            lags.add(lag(group, ends, Map.of()));
        }
        return timed ? withTimes(lags, byLeader, ends) : lags;
    }

    private static GroupLag lag(GroupFacts group, Map<TopicPartition, Long> ends, Map<Position, Long> timestamps) {
        var readers = new HashMap<TopicPartition, GroupMember>();
        for (var member : group.members()) {
            member.assignment().forEach(partition -> readers.put(partition, member));
        }
        var partitions = new ArrayList<PartitionLag>();
        for (var partition : group.partitions()) {
            var position = Optional.ofNullable(group.positions().get(partition));
            var end = Optional.ofNullable(ends.get(partition));
            var records = Optional.ofNullable(group.lags().get(partition))
                    .or(() -> position.flatMap(from -> end.map(to -> Math.max(0, to - from))));
            var firstUnread = end.flatMap(to -> records.map(unread -> to - unread));
            partitions.add(new PartitionLag(
                    partition,
                    position,
                    end,
                    records,
                    firstUnread.flatMap(offset -> Optional.ofNullable(timestamps.get(new Position(partition, offset)))),
                    Optional.ofNullable(readers.get(partition))));
        }
        return new GroupLag(group, partitions);
    }

    /** An offset that a record's time is looked up at; groups that stand at the same one share the answer. */
    record Position(TopicPartition partition, long offset) {}

    private List<GroupLag> withTimes(
            List<GroupLag> lags, Map<Integer, List<TopicPartition>> byLeader, Map<TopicPartition, Long> ends) {
        var wanted = worthATime(lags);
        var timestamps = new HashMap<Position, Long>();
        var questions = new TreeMap<Integer, Timed>();
        byLeader.forEach((leader, led) -> questions.put(leader, new Timed(leader, positions(led, wanted))));
        for (var answer : brokers.ask(questions, GroupSweep::timestamps)) {
            timestamps.putAll(answer);
        }
        var timed = new ArrayList<GroupLag>();
        for (var lag : lags) {
            timed.add(lag(lag.group(), ends, timestamps));
        }
        return timed;
    }

    /**
     * Where unread records begin: of each group the partition with the most of them, then of each the second, and so on. So
     * no group is left out for another's many partitions, and of few groups every partition is asked.
     */
    static Set<Position> worthATime(List<GroupLag> lags) {
        var byGroup = new ArrayList<List<PartitionLag>>();
        int most = 0;
        for (var lag : lags) {
            var behind = new ArrayList<>(lag.partitions());
            behind.removeIf(partition -> partition.records().orElse(0L) == 0
                    || partition.firstUnread().isEmpty());
            behind.sort(Comparator.comparingLong(
                            (PartitionLag partition) -> partition.records().orElse(0L))
                    .reversed());
            byGroup.add(behind);
            most = Math.max(most, behind.size());
        }
        var positions = new LinkedHashSet<Position>();
        for (int rank = 0; rank < most; rank++) {
            for (var behind : byGroup) {
                if (rank < behind.size()) {
                    var partition = behind.get(rank);
                    positions.add(new Position(
                            partition.partition(), partition.firstUnread().orElseThrow()));
                }
            }
        }
        return positions;
    }

    private record Timed(int leader, List<Position> positions) {}

    private static List<Position> positions(List<TopicPartition> led, Set<Position> wanted) {
        var partitions = new HashSet<>(led);
        var positions = new ArrayList<Position>();
        for (var position : wanted) {
            if (partitions.contains(position.partition()) && positions.size() < TIMED_PER_LEADER) {
                positions.add(position);
            }
        }
        return positions;
    }

    private static Map<Position, Long> timestamps(ClusterClient client, Timed question) {
        var timestamps = new HashMap<Position, Long>();
        var left = new ArrayList<>(question.positions());
        while (!left.isEmpty()) {
            // A request names a partition once: groups that stand at different offsets take turns.
            var offsets = new LinkedHashMap<TopicPartition, Long>();
            left.removeIf(position -> offsets.putIfAbsent(position.partition(), position.offset()) == null);
            new UnreadRecords(client)
                    .timestampsMs(question.leader(), offsets)
                    .forEach((partition, timestamp) ->
                            timestamps.put(new Position(partition, offsets.getOrDefault(partition, 0L)), timestamp));
        }
        return timestamps;
    }

    /** Partitions of topics that are gone, or without a leader, are left out. */
    private Map<Integer, List<TopicPartition>> byLeader(Collection<TopicPartition> partitions) {
        var topics = new HashSet<String>();
        partitions.forEach(partition -> topics.add(partition.topic()));
        var byLeader = new TreeMap<Integer, List<TopicPartition>>();
        if (topics.isEmpty()) {
            return byLeader;
        }
        var asked = new ArrayList<MetadataRequestTopic>();
        topics.forEach(topic -> asked.add(new MetadataRequestTopic().setName(topic)));
        var answer = first.metadata(new MetadataRequestData().setTopics(asked).setAllowAutoTopicCreation(false));
        for (var topic : answer.topics()) {
            if (topic.errorCode() != ErrorCodes.NONE) {
                continue;
            }
            for (var row : topic.partitions()) {
                var partition = new TopicPartition(topic.name(), row.partitionIndex());
                if (row.leaderId() >= 0 && partitions.contains(partition)) {
                    byLeader.computeIfAbsent(row.leaderId(), id -> new ArrayList<>())
                            .add(partition);
                }
            }
        }
        return byLeader;
    }

    @Override
    public void close() {
        brokers.close();
    }
}
