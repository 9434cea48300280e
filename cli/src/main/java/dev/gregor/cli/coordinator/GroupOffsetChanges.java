package dev.gregor.cli.coordinator;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.BrokerNode;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ClusterUnreachableException;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.DeleteGroupsRequestData;
import org.apache.kafka.common.message.DeleteGroupsResponseData;
import org.apache.kafka.common.message.OffsetCommitRequestData;
import org.apache.kafka.common.message.OffsetCommitRequestData.OffsetCommitRequestPartition;
import org.apache.kafka.common.message.OffsetCommitRequestData.OffsetCommitRequestTopic;
import org.apache.kafka.common.message.OffsetCommitResponseData;
import org.apache.kafka.common.message.OffsetDeleteRequestData;
import org.apache.kafka.common.message.OffsetDeleteRequestData.OffsetDeleteRequestPartition;
import org.apache.kafka.common.message.OffsetDeleteRequestData.OffsetDeleteRequestTopic;
import org.apache.kafka.common.message.OffsetDeleteResponseData;

/** What there is to change about groups: their committed offsets (OffsetCommit, OffsetDelete), and that they are there. */
public final class GroupOffsetChanges {
    private static final int NEWEST_COMMIT_WITH_NAMES = 9;

    private final ClusterClient client;

    /** Of this cluster; the client stays the caller's. */
    public GroupOffsetChanges(ClusterClient client) {
        this.client = client;
    }

    /**
     * Commits these offsets for a group that nobody is a member of; one that is not there is made.
     *
     * @throws ApiErrorException in Kafka's words, for the first partition that was refused
     */
    public void commit(String groupId, Map<TopicPartition, CommittedOffset> offsets) {
        throwRefusal(commitEach(groupId, offsets));
    }

    /** Throws as {@link #commit} does, when one of these partitions has another error code than 0. */
    public static void throwRefusal(Map<TopicPartition, Short> codes) {
        var refused = new HashMap<>(codes);
        refused.values().removeIf(code -> code == ErrorCodes.NONE);
        for (short code : refused.values()) {
            throw new ApiErrorException(
                    code,
                    "Failed altering group offsets for the following partitions: " + List.copyOf(refused.keySet()));
        }
    }

    /** As above; each partition has its error code, 0 when done. */
    public Map<TopicPartition, Short> commitEach(String groupId, Map<TopicPartition, CommittedOffset> offsets) {
        var codes = new HashMap<TopicPartition, Short>();
        if (offsets.isEmpty()) {
            return codes;
        }
        var topics = new LinkedHashMap<String, OffsetCommitRequestTopic>();
        offsets.forEach((partition, committed) -> topics.computeIfAbsent(
                        partition.topic(), name -> new OffsetCommitRequestTopic().setName(name))
                .partitions()
                .add(new OffsetCommitRequestPartition()
                        .setPartitionIndex(partition.partition())
                        .setCommittedOffset(committed.offset())
                        .setCommittedLeaderEpoch(committed.leaderEpoch().orElse(-1))
                        .setCommittedMetadata(committed.metadata())));
        var answer = new Coordinators(client)
                .ask(
                        groupId,
                        NEWEST_COMMIT_WITH_NAMES,
                        new OffsetCommitRequestData().setGroupId(groupId).setTopics(List.copyOf(topics.values())),
                        new OffsetCommitResponseData(),
                        GroupOffsetChanges::firstError);
        for (var topic : answer.topics()) {
            for (var row : topic.partitions()) {
                codes.put(new TopicPartition(topic.name(), row.partitionIndex()), row.errorCode());
            }
        }
        return codes;
    }

    private static short firstError(OffsetCommitResponseData answer) {
        for (var topic : answer.topics()) {
            for (var row : topic.partitions()) {
                if (row.errorCode() != ErrorCodes.NONE) {
                    return row.errorCode();
                }
            }
        }
        return ErrorCodes.NONE;
    }

    /**
     * Forgets what a group committed for these partitions; each has its error code, 0 when done.
     *
     * @throws ApiErrorException when the group as a whole refuses
     */
    public Map<TopicPartition, Short> delete(String groupId, Collection<TopicPartition> partitions) {
        var topics = new LinkedHashMap<String, OffsetDeleteRequestTopic>();
        for (var partition : partitions) {
            topics.computeIfAbsent(partition.topic(), name -> new OffsetDeleteRequestTopic().setName(name))
                    .partitions()
                    .add(new OffsetDeleteRequestPartition().setPartitionIndex(partition.partition()));
        }
        var request = new OffsetDeleteRequestData().setGroupId(groupId);
        topics.values().forEach(request.topics()::add);
        var answer = new Coordinators(client)
                .ask(
                        groupId,
                        request.highestSupportedVersion(),
                        request,
                        new OffsetDeleteResponseData(),
                        OffsetDeleteResponseData::errorCode);
        if (answer.errorCode() != ErrorCodes.NONE) {
            throw new ApiErrorException(answer.errorCode(), null);
        }
        var codes = new HashMap<TopicPartition, Short>();
        for (var topic : answer.topics()) {
            for (var row : topic.partitions()) {
                codes.put(new TopicPartition(topic.name(), row.partitionIndex()), row.errorCode());
            }
        }
        return codes;
    }

    /**
     * Deletes the groups; for each why it is still there, empty when it is gone.
     *
     * @throws ClusterUnreachableException when no coordinator answered at all
     */
    public Map<String, Optional<ClusterException>> deleteGroups(Collection<String> groupIds) {
        var outcomes = new HashMap<String, Optional<ClusterException>>();
        new Coordinators(client)
                .ask(
                        groupIds,
                        (coordinator, ids) -> deleteGroups(coordinator, ids, outcomes),
                        (groupId, why) -> outcomes.put(groupId, Optional.of(why)));
        for (var outcome : outcomes.values()) {
            if (!(outcome.orElse(null) instanceof ClusterUnreachableException)) {
                return outcomes;
            }
        }
        for (var outcome : outcomes.values()) {
            throw outcome.orElseThrow();
        }
        return outcomes;
    }

    private List<String> deleteGroups(
            BrokerNode coordinator, List<String> ids, Map<String, Optional<ClusterException>> outcomes) {
        var moved = new ArrayList<String>();
        try {
            var answer = client.ask(
                    Target.broker(coordinator.id()),
                    new DeleteGroupsRequestData().setGroupsNames(ids),
                    new DeleteGroupsResponseData(),
                    GroupOffsetChanges::loading);
            for (var row : answer.results()) {
                if (Coordinators.hasMoved(row.errorCode())) {
                    moved.add(row.groupId());
                } else {
                    outcomes.put(
                            row.groupId(),
                            row.errorCode() == ErrorCodes.NONE
                                    ? Optional.empty()
                                    : Optional.of(new ApiErrorException(row.errorCode(), null)));
                }
            }
        } catch (ClusterUnreachableException gone) {
            // Other coordinators do their part, and that has to be told.
            ids.forEach(id -> outcomes.put(id, Optional.of(gone)));
        }
        return moved;
    }

    private static short loading(DeleteGroupsResponseData answer) {
        return Coordinators.loading(answer.results(), DeleteGroupsResponseData.DeletableGroupResult::errorCode);
    }
}
