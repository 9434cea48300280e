package dev.gregor.cli.coordinator;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.BrokerNode;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.ConsumerGroupDescribeRequestData;
import org.apache.kafka.common.message.ConsumerGroupDescribeResponseData;
import org.apache.kafka.common.message.ConsumerProtocolAssignment;
import org.apache.kafka.common.message.DescribeGroupsRequestData;
import org.apache.kafka.common.message.DescribeGroupsResponseData;
import org.apache.kafka.common.protocol.ByteBufferAccessor;

/**
 * Describes consumer groups and classic ones: each group is asked for as a consumer group (KIP-848), and as a classic one
 * where it is none or the broker does not know any.
 */
public final class GroupDescriptions {
    private static final short CONSUMER_GROUP_DESCRIBE = 69;
    private static final short HIGHEST_ASSIGNMENT_VERSION = 3;
    private static final byte MEMBER_TYPE_UNKNOWN = -1;
    private static final byte MEMBER_TYPE_CONSUMER = 1;

    private final ClusterClient client;
    private final boolean anyProtocol;
    private final Described<GroupDescription> described = new Described<>();
    /** What a broker said about a group that is none of the new protocol's; it says more than the older API does. */
    private final Map<String, String> notFoundMessages = new HashMap<>();

    private GroupDescriptions(ClusterClient client, boolean anyProtocol) {
        this.client = client;
        this.anyProtocol = anyProtocol;
    }

    /** Describes groups of consumers; a classic group of another protocol (connect, …) is a failure, as in Kafka. */
    public static Described<GroupDescription> ofConsumers(ClusterClient client, Collection<String> groupIds) {
        var descriptions = new GroupDescriptions(client, false);
        new Coordinators(client).ask(groupIds, descriptions::describe, descriptions.described.failures()::put);
        return descriptions.described;
    }

    /** Describes consumer groups and classic ones of whatever protocol. */
    public static Described<GroupDescription> ofAll(ClusterClient client, Collection<String> groupIds) {
        var descriptions = new GroupDescriptions(client, true);
        new Coordinators(client).ask(groupIds, descriptions::describe, descriptions.described.failures()::put);
        return descriptions.described;
    }

    private List<String> describe(BrokerNode coordinator, List<String> groupIds) {
        var target = Target.broker(coordinator.id());
        var moved = new ArrayList<String>();
        var classic = client.served(target).containsKey(CONSUMER_GROUP_DESCRIBE)
                ? describeConsumers(target, coordinator, groupIds, moved)
                : groupIds;
        if (!classic.isEmpty()) {
            describeClassic(target, coordinator, classic, moved);
        }
        return moved;
    }

    /** @return the groups that are none of the new protocol's */
    private List<String> describeConsumers(
            Target target, BrokerNode coordinator, List<String> groupIds, List<String> moved) {
        var answer = client.ask(
                target,
                new ConsumerGroupDescribeRequestData().setGroupIds(groupIds),
                new ConsumerGroupDescribeResponseData(),
                GroupDescriptions::loading);
        var classic = new ArrayList<String>();
        for (var group : answer.groups()) {
            short code = group.errorCode();
            if (Coordinators.hasMoved(code)) {
                moved.add(group.groupId());
            } else if (code == Coordinators.GROUP_ID_NOT_FOUND || code == ErrorCodes.UNSUPPORTED_VERSION) {
                classic.add(group.groupId());
                if (group.errorMessage() != null) {
                    notFoundMessages.put(group.groupId(), group.errorMessage());
                }
            } else if (code != ErrorCodes.NONE) {
                described.failures().put(group.groupId(), new ApiErrorException(code, group.errorMessage()));
            } else {
                described.groups().put(group.groupId(), consumerGroup(coordinator, group));
            }
        }
        return classic;
    }

    private static short loading(ConsumerGroupDescribeResponseData answer) {
        return Coordinators.loading(answer.groups(), ConsumerGroupDescribeResponseData.DescribedGroup::errorCode);
    }

    private static GroupDescription consumerGroup(
            BrokerNode coordinator, ConsumerGroupDescribeResponseData.DescribedGroup group) {
        var members = new ArrayList<GroupMember>();
        for (var member : group.members()) {
            members.add(new GroupMember(
                    member.memberId(),
                    Optional.ofNullable(member.instanceId()),
                    member.clientId(),
                    member.clientHost(),
                    partitions(member.assignment()),
                    partitions(member.targetAssignment()),
                    Optional.of(member.memberEpoch()),
                    member.memberType() == MEMBER_TYPE_UNKNOWN
                            ? Optional.empty()
                            : Optional.of(member.memberType() == MEMBER_TYPE_CONSUMER)));
        }
        return new GroupDescription(
                group.groupId(),
                GroupNames.CONSUMER,
                GroupNames.state(group.groupState()),
                group.assignorName(),
                coordinator,
                members,
                Optional.of(group.groupEpoch()),
                Optional.of(group.assignmentEpoch()));
    }

    private static List<TopicPartition> partitions(ConsumerGroupDescribeResponseData.Assignment assignment) {
        var partitions = new ArrayList<TopicPartition>();
        for (var topic : assignment.topicPartitions()) {
            for (int partition : topic.partitions()) {
                partitions.add(new TopicPartition(topic.topicName(), partition));
            }
        }
        return partitions;
    }

    private void describeClassic(Target target, BrokerNode coordinator, List<String> groupIds, List<String> moved) {
        var answer = client.ask(
                target,
                new DescribeGroupsRequestData().setGroups(groupIds),
                new DescribeGroupsResponseData(),
                GroupDescriptions::loadingClassic);
        for (var group : answer.groups()) {
            short code = group.errorCode();
            if (Coordinators.hasMoved(code)) {
                moved.add(group.groupId());
            } else if (code != ErrorCodes.NONE) {
                var message = code == Coordinators.GROUP_ID_NOT_FOUND ? notFoundMessages.get(group.groupId()) : null;
                described
                        .failures()
                        .put(
                                group.groupId(),
                                new ApiErrorException(code, message == null ? group.errorMessage() : message));
            } else if (!anyProtocol
                    && !group.protocolType().isEmpty()
                    && !group.protocolType().equals("consumer")) {
                described
                        .failures()
                        .put(
                                group.groupId(),
                                new IllegalArgumentException("GroupId " + group.groupId() + " is not a consumer group ("
                                        + group.protocolType() + ")."));
            } else {
                described.groups().put(group.groupId(), classicGroup(coordinator, group));
            }
        }
    }

    private static short loadingClassic(DescribeGroupsResponseData answer) {
        return Coordinators.loading(answer.groups(), DescribeGroupsResponseData.DescribedGroup::errorCode);
    }

    private static GroupDescription classicGroup(
            BrokerNode coordinator, DescribeGroupsResponseData.DescribedGroup group) {
        boolean ofConsumers =
                group.protocolType().isEmpty() || group.protocolType().equals("consumer");
        var members = new ArrayList<GroupMember>();
        for (var member : group.members()) {
            members.add(new GroupMember(
                    member.memberId(),
                    Optional.ofNullable(member.groupInstanceId()),
                    member.clientId(),
                    member.clientHost(),
                    ofConsumers ? partitions(member.memberAssignment()) : List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty()));
        }
        return new GroupDescription(
                group.groupId(),
                GroupNames.CLASSIC,
                GroupNames.state(group.groupState()),
                group.protocolData(),
                coordinator,
                members,
                Optional.empty(),
                Optional.empty());
    }

    /** A consumer's assignment as its group's leader wrote it: a version, then the assignment in it. */
    private static List<TopicPartition> partitions(byte[] assignment) {
        var partitions = new ArrayList<TopicPartition>();
        if (assignment.length == 0) {
            return partitions;
        }
        var buffer = ByteBuffer.wrap(assignment);
        short version = buffer.getShort();
        var read = new ConsumerProtocolAssignment(
                new ByteBufferAccessor(buffer), (short) Math.min(version, HIGHEST_ASSIGNMENT_VERSION));
        for (var topic : read.assignedPartitions()) {
            for (int partition : topic.partitions()) {
                partitions.add(new TopicPartition(topic.topic(), partition));
            }
        }
        return partitions;
    }
}
