package dev.gregor.cli.coordinator;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.BrokerNode;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.OffsetFetchRequestData;
import org.apache.kafka.common.message.OffsetFetchRequestData.OffsetFetchRequestGroup;
import org.apache.kafka.common.message.OffsetFetchResponseData;

/** Reads what groups committed (OffsetFetch), many groups in one request where the broker can (KIP-709). */
public final class GroupOffsets {
    private static final short OFFSET_FETCH = 9;
    private static final int BATCHED = 8;
    /** The newest version that names topics; the next one knows their ids only, and no name for one that is gone. */
    private static final int NEWEST_WITH_NAMES = 9;

    private final ClusterClient client;

    /** Of this cluster; the client stays the caller's. */
    public GroupOffsets(ClusterClient client) {
        this.client = client;
    }

    /** Everything the group committed, by partition in the order of the answer's HashMap; none when there is no such group. */
    public Map<TopicPartition, CommittedOffset> of(String groupId) {
        var offsets = ofAll(List.of(groupId)).get(groupId);
        return offsets == null ? new HashMap<>() : offsets;
    }

    /** Everything these groups committed, by group. */
    public Map<String, Map<TopicPartition, CommittedOffset>> ofAll(Collection<String> groupIds) {
        var found = new HashMap<String, Map<TopicPartition, CommittedOffset>>();
        new Coordinators(client).ask(groupIds, (coordinator, ids) -> fetch(coordinator, ids, found));
        return found;
    }

    private List<String> fetch(
            BrokerNode coordinator, List<String> groupIds, Map<String, Map<TopicPartition, CommittedOffset>> found) {
        var target = Target.broker(coordinator.id());
        var range = client.served(target).get(OFFSET_FETCH);
        return range != null && range.includes(BATCHED)
                ? fetchTogether(target, groupIds, found)
                : fetchEach(target, groupIds, found);
    }

    private List<String> fetchTogether(
            Target target, List<String> groupIds, Map<String, Map<TopicPartition, CommittedOffset>> found) {
        var groups = new ArrayList<OffsetFetchRequestGroup>();
        for (var groupId : groupIds) {
            groups.add(new OffsetFetchRequestGroup().setGroupId(groupId).setTopics(null));
        }
        var answer = client.askNoNewerThan(
                NEWEST_WITH_NAMES,
                target,
                new OffsetFetchRequestData().setGroups(groups),
                new OffsetFetchResponseData(),
                GroupOffsets::loading);
        var moved = new ArrayList<String>();
        for (var group : answer.groups()) {
            if (Coordinators.hasMoved(group.errorCode())) {
                moved.add(group.groupId());
                continue;
            }
            check(group.errorCode());
            var offsets = new HashMap<TopicPartition, CommittedOffset>();
            for (var topic : group.topics()) {
                for (var row : topic.partitions()) {
                    add(
                            offsets,
                            new TopicPartition(topic.name(), row.partitionIndex()),
                            row.errorCode(),
                            row.committedOffset(),
                            row.committedLeaderEpoch(),
                            row.metadata());
                }
            }
            found.put(group.groupId(), offsets);
        }
        return moved;
    }

    private static short loading(OffsetFetchResponseData answer) {
        return answer.errorCode() == Coordinators.LOAD_IN_PROGRESS
                ? answer.errorCode()
                : Coordinators.loading(answer.groups(), OffsetFetchResponseData.OffsetFetchResponseGroup::errorCode);
    }

    private List<String> fetchEach(
            Target target, List<String> groupIds, Map<String, Map<TopicPartition, CommittedOffset>> found) {
        var moved = new ArrayList<String>();
        for (var groupId : groupIds) {
            var answer = client.ask(
                    target,
                    new OffsetFetchRequestData().setGroupId(groupId).setTopics(null),
                    new OffsetFetchResponseData(),
                    GroupOffsets::loading);
            if (Coordinators.hasMoved(answer.errorCode())) {
                moved.add(groupId);
                continue;
            }
            check(answer.errorCode());
            var offsets = new HashMap<TopicPartition, CommittedOffset>();
            for (var topic : answer.topics()) {
                for (var row : topic.partitions()) {
                    add(
                            offsets,
                            new TopicPartition(topic.name(), row.partitionIndex()),
                            row.errorCode(),
                            row.committedOffset(),
                            row.committedLeaderEpoch(),
                            row.metadata());
                }
            }
            found.put(groupId, offsets);
        }
        return moved;
    }

    private static void add(
            Map<TopicPartition, CommittedOffset> offsets,
            TopicPartition partition,
            short errorCode,
            long offset,
            int leaderEpoch,
            String metadata) {
        if (errorCode == ErrorCodes.NONE && offset >= 0) {
            offsets.put(
                    partition,
                    new CommittedOffset(
                            offset,
                            leaderEpoch < 0 ? Optional.empty() : Optional.of(leaderEpoch),
                            metadata == null ? "" : metadata));
        }
    }

    private static void check(short errorCode) {
        if (errorCode != ErrorCodes.NONE) {
            throw new ApiErrorException(errorCode, null);
        }
    }
}
