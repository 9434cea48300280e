package dev.gregor.cli.share;

import dev.gregor.cli.coordinator.Coordinators;
import dev.gregor.cli.coordinator.Described;
import dev.gregor.cli.coordinator.GroupDescription;
import dev.gregor.cli.coordinator.GroupMember;
import dev.gregor.cli.coordinator.GroupNames;
import dev.gregor.cli.coordinator.GroupOffsetChanges;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.BrokerNode;
import dev.gregor.protocol.ClusterClient;
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
import org.apache.kafka.common.message.AlterShareGroupOffsetsRequestData;
import org.apache.kafka.common.message.AlterShareGroupOffsetsRequestData.AlterShareGroupOffsetsRequestPartition;
import org.apache.kafka.common.message.AlterShareGroupOffsetsRequestData.AlterShareGroupOffsetsRequestTopic;
import org.apache.kafka.common.message.AlterShareGroupOffsetsResponseData;
import org.apache.kafka.common.message.DeleteShareGroupOffsetsRequestData;
import org.apache.kafka.common.message.DeleteShareGroupOffsetsRequestData.DeleteShareGroupOffsetsRequestTopic;
import org.apache.kafka.common.message.DeleteShareGroupOffsetsResponseData;
import org.apache.kafka.common.message.DescribeShareGroupOffsetsRequestData;
import org.apache.kafka.common.message.DescribeShareGroupOffsetsRequestData.DescribeShareGroupOffsetsRequestGroup;
import org.apache.kafka.common.message.DescribeShareGroupOffsetsResponseData;
import org.apache.kafka.common.message.ShareGroupDescribeRequestData;
import org.apache.kafka.common.message.ShareGroupDescribeResponseData;

/** What there is to ask and to change about share groups (KIP-932). */
public final class ShareGroups {
    private static final short UNKNOWN_SERVER_ERROR = -1;

    private final ClusterClient client;

    /** Of this cluster; the client stays the caller's. */
    public ShareGroups(ClusterClient client) {
        this.client = client;
    }

    /**
     * Where a share group stands in a partition.
     *
     * @param start the first offset that is not done; empty when the group has not begun
     * @param lag   the records not yet done; empty when the broker cannot tell
     */
    public record SharePartition(Optional<Long> start, Optional<Integer> leaderEpoch, Optional<Long> lag) {}

    /** Describes the groups with their members. */
    public Described<GroupDescription> describe(Collection<String> groupIds) {
        var described = new Described<GroupDescription>();
        new Coordinators(client)
                .ask(groupIds, (coordinator, ids) -> describe(coordinator, ids, described), described.failures()::put);
        return described;
    }

    private List<String> describe(BrokerNode coordinator, List<String> ids, Described<GroupDescription> described) {
        var answer = client.ask(
                Target.broker(coordinator.id()),
                new ShareGroupDescribeRequestData().setGroupIds(ids),
                new ShareGroupDescribeResponseData(),
                ShareGroups::loading);
        var moved = new ArrayList<String>();
        for (var group : answer.groups()) {
            if (Coordinators.hasMoved(group.errorCode())) {
                moved.add(group.groupId());
            } else if (group.errorCode() != ErrorCodes.NONE) {
                described
                        .failures()
                        .put(group.groupId(), new ApiErrorException(group.errorCode(), group.errorMessage()));
            } else {
                described.groups().put(group.groupId(), description(coordinator, group));
            }
        }
        return moved;
    }

    private static short loading(ShareGroupDescribeResponseData answer) {
        return Coordinators.loading(answer.groups(), ShareGroupDescribeResponseData.DescribedGroup::errorCode);
    }

    private static GroupDescription description(
            BrokerNode coordinator, ShareGroupDescribeResponseData.DescribedGroup group) {
        var members = new ArrayList<GroupMember>();
        for (var member : group.members()) {
            var assignment = new ArrayList<TopicPartition>();
            for (var topic : member.assignment().topicPartitions()) {
                for (int partition : topic.partitions()) {
                    assignment.add(new TopicPartition(topic.topicName(), partition));
                }
            }
            members.add(new GroupMember(
                    member.memberId(),
                    Optional.empty(),
                    member.clientId(),
                    member.clientHost(),
                    assignment,
                    List.of(),
                    Optional.of(member.memberEpoch()),
                    Optional.empty()));
        }
        return new GroupDescription(
                group.groupId(),
                GroupNames.SHARE,
                GroupNames.state(group.groupState()),
                group.assignorName(),
                coordinator,
                members,
                Optional.of(group.groupEpoch()),
                Optional.of(group.assignmentEpoch()));
    }

    /** Where the groups stand, by partition. */
    public Described<Map<TopicPartition, SharePartition>> offsets(Collection<String> groupIds) {
        var found = new Described<Map<TopicPartition, SharePartition>>();
        new Coordinators(client)
                .ask(groupIds, (coordinator, ids) -> offsets(coordinator, ids, found), found.failures()::put);
        return found;
    }

    private List<String> offsets(
            BrokerNode coordinator, List<String> ids, Described<Map<TopicPartition, SharePartition>> found) {
        var groups = new ArrayList<DescribeShareGroupOffsetsRequestGroup>();
        for (var id : ids) {
            groups.add(
                    new DescribeShareGroupOffsetsRequestGroup().setGroupId(id).setTopics(null));
        }
        var answer = client.ask(
                Target.broker(coordinator.id()),
                new DescribeShareGroupOffsetsRequestData().setGroups(groups),
                new DescribeShareGroupOffsetsResponseData(),
                ShareGroups::loadingOffsets);
        var moved = new ArrayList<String>();
        for (var group : answer.groups()) {
            if (Coordinators.hasMoved(group.errorCode())) {
                moved.add(group.groupId());
                continue;
            }
            if (group.errorCode() != ErrorCodes.NONE) {
                found.failures().put(group.groupId(), new ApiErrorException(group.errorCode(), group.errorMessage()));
                continue;
            }
            var partitions = new HashMap<TopicPartition, SharePartition>();
            for (var topic : group.topics()) {
                for (var row : topic.partitions()) {
                    if (row.errorCode() == ErrorCodes.NONE) {
                        partitions.put(
                                new TopicPartition(topic.topicName(), row.partitionIndex()),
                                partition(row.startOffset(), row.leaderEpoch(), row.lag()));
                    }
                }
            }
            found.groups().put(group.groupId(), partitions);
        }
        return moved;
    }

    private static short loadingOffsets(DescribeShareGroupOffsetsResponseData answer) {
        return Coordinators.loading(
                answer.groups(),
                DescribeShareGroupOffsetsResponseData.DescribeShareGroupOffsetsResponseGroup::errorCode);
    }

    private static SharePartition partition(long start, int leaderEpoch, long lag) {
        return start < 0
                ? new SharePartition(Optional.empty(), Optional.empty(), Optional.empty())
                : new SharePartition(
                        Optional.of(start),
                        leaderEpoch < 0 ? Optional.empty() : Optional.of(leaderEpoch),
                        lag < 0 ? Optional.empty() : Optional.of(lag));
    }

    /**
     * Has the group, which nobody may be a member of, begin at these offsets.
     *
     * @throws ApiErrorException in Kafka's words, for the first partition that was refused
     */
    void alter(String groupId, Map<TopicPartition, Long> offsets) {
        GroupOffsetChanges.throwRefusal(alterEach(groupId, offsets));
    }

    /** As above; each partition has its error code, 0 when done. */
    public Map<TopicPartition, Short> alterEach(String groupId, Map<TopicPartition, Long> offsets) {
        var topics = new LinkedHashMap<String, AlterShareGroupOffsetsRequestTopic>();
        offsets.forEach((partition, offset) -> topics.computeIfAbsent(
                        partition.topic(), name -> new AlterShareGroupOffsetsRequestTopic().setTopicName(name))
                .partitions()
                .add(new AlterShareGroupOffsetsRequestPartition()
                        .setPartitionIndex(partition.partition())
                        .setStartOffset(offset)));
        var request = new AlterShareGroupOffsetsRequestData().setGroupId(groupId);
        topics.values().forEach(request.topics()::add);
        var answer = new Coordinators(client)
                .ask(
                        groupId,
                        request.highestSupportedVersion(),
                        request,
                        new AlterShareGroupOffsetsResponseData(),
                        AlterShareGroupOffsetsResponseData::errorCode);
        var codes = new HashMap<TopicPartition, Short>();
        if (answer.errorCode() != ErrorCodes.NONE) {
            offsets.keySet().forEach(partition -> codes.put(partition, answer.errorCode()));
        }
        for (var topic : answer.responses()) {
            for (var row : topic.partitions()) {
                codes.put(new TopicPartition(topic.topicName(), row.partitionIndex()), row.errorCode());
            }
        }
        return codes;
    }

    /**
     * Has the group forget these topics; what was refused by topic, empty when it is done.
     *
     * @throws ApiErrorException when the group as a whole refuses
     */
    public Map<String, Optional<ApiErrorException>> deleteOffsets(String groupId, Collection<String> topics) {
        var asked = new ArrayList<DeleteShareGroupOffsetsRequestTopic>();
        for (var topic : topics) {
            asked.add(new DeleteShareGroupOffsetsRequestTopic().setTopicName(topic));
        }
        var request =
                new DeleteShareGroupOffsetsRequestData().setGroupId(groupId).setTopics(asked);
        var answer = new Coordinators(client)
                .ask(
                        groupId,
                        request.highestSupportedVersion(),
                        request,
                        new DeleteShareGroupOffsetsResponseData(),
                        DeleteShareGroupOffsetsResponseData::errorCode);
        if (answer.errorCode() != ErrorCodes.NONE) {
            throw new ApiErrorException(answer.errorCode(), answer.errorMessage());
        }
        var outcomes = new HashMap<String, Optional<ApiErrorException>>();
        for (var topic : topics) {
            outcomes.put(
                    topic,
                    Optional.of(new ApiErrorException(
                            UNKNOWN_SERVER_ERROR,
                            "Offset deletion result for topic \"" + topic + "\" was not included in the response")));
        }
        for (var row : answer.responses()) {
            outcomes.put(
                    row.topicName(),
                    row.errorCode() == ErrorCodes.NONE
                            ? Optional.empty()
                            : Optional.of(new ApiErrorException(row.errorCode(), row.errorMessage())));
        }
        return outcomes;
    }
}
