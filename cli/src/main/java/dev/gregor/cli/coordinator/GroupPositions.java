package dev.gregor.cli.coordinator;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** Where consumer groups stand: the offsets they committed, by group and partition. Refusals come as {@link ApiErrorException}. */
public final class GroupPositions {
    private static final Comparator<TopicPartition> BY_NAME =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private static final short UNKNOWN_SERVER_ERROR = -1;

    private final ClusterClient client;

    /** Of this cluster; the client stays the caller's. */
    public GroupPositions(ClusterClient client) {
        this.client = client;
    }

    /** The positions of every group that has any. */
    public SortedMap<String, SortedMap<TopicPartition, Long>> all() {
        return of(GroupListings.ids(new GroupListings(client).list(GroupListings.Filter.consumers())));
    }

    /** The positions of these groups; one that is not there has none. */
    public SortedMap<String, SortedMap<TopicPartition, Long>> of(Collection<String> groupIds) {
        var positions = new TreeMap<String, SortedMap<TopicPartition, Long>>();
        if (groupIds.isEmpty()) {
            return positions;
        }
        new GroupOffsets(client).ofAll(groupIds).forEach((groupId, committed) -> {
            var offsets = new TreeMap<TopicPartition, Long>(BY_NAME);
            committed.forEach((partition, offset) -> offsets.put(partition, offset.offset()));
            if (!offsets.isEmpty()) {
                positions.put(groupId, offsets);
            }
        });
        return positions;
    }

    /** Commits these offsets for a group that nobody is a member of; one that is not there is made. */
    public Map<TopicPartition, Optional<ApiErrorException>> commit(String groupId, Map<TopicPartition, Long> offsets) {
        return refusals(
                offsets.keySet(), new GroupOffsetChanges(client).commitEach(groupId, CommittedOffset.all(offsets)));
    }

    /** Forgets what the group committed for these partitions. */
    public Map<TopicPartition, Optional<ApiErrorException>> forget(
            String groupId, Collection<TopicPartition> partitions) {
        return refusals(partitions, new GroupOffsetChanges(client).delete(groupId, partitions));
    }

    /** Of each partition why it was refused; nothing where it was not. */
    private static Map<TopicPartition, Optional<ApiErrorException>> refusals(
            Collection<TopicPartition> partitions, Map<TopicPartition, Short> codes) {
        var refusals = new HashMap<TopicPartition, Optional<ApiErrorException>>();
        for (var partition : partitions) {
            var code = codes.get(partition);
            refusals.put(
                    partition,
                    code == null
                            ? Optional.of(
                                    new ApiErrorException(UNKNOWN_SERVER_ERROR, "the coordinator said nothing of it"))
                            : code == ErrorCodes.NONE
                                    ? Optional.empty()
                                    : Optional.of(new ApiErrorException(code, "")));
        }
        return refusals;
    }
}
