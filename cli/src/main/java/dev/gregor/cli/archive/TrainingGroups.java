package dev.gregor.cli.archive;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.message.ConsumerGroupDescribeRequestData;
import org.apache.kafka.common.message.ConsumerGroupDescribeResponseData;
import org.apache.kafka.common.message.DescribeGroupsRequestData;
import org.apache.kafka.common.message.DescribeGroupsResponseData;
import org.apache.kafka.common.message.ListGroupsRequestData;
import org.apache.kafka.common.message.ListGroupsResponseData;
import org.apache.kafka.common.message.OffsetFetchRequestData;
import org.apache.kafka.common.message.OffsetFetchResponseData;
import org.apache.kafka.common.protocol.ApiMessage;

/** What the training's cluster says about groups: one of the new protocol with a member, and every other a classic one. */
final class TrainingGroups {
    static final String GROUP = "training";

    private static final short GROUP_ID_NOT_FOUND = 69;

    private TrainingGroups() {}

    /** Empty for a request that is about something else. */
    static Optional<ApiMessage> answerTo(ApiMessage request) {
        if (request instanceof ListGroupsRequestData) {
            return Optional.of(listed());
        }
        if (request instanceof ConsumerGroupDescribeRequestData describe) {
            return Optional.of(described(describe.groupIds()));
        }
        if (request instanceof DescribeGroupsRequestData describe) {
            return Optional.of(describedAsClassic(describe.groups()));
        }
        if (request instanceof OffsetFetchRequestData offsets
                && !offsets.groups().isEmpty()
                && offsets.groups().get(0).topics() == null) {
            return Optional.of(committed(offsets));
        }
        return Optional.empty();
    }

    private static ApiMessage listed() {
        var answer = new ListGroupsResponseData();
        answer.groups()
                .add(new ListGroupsResponseData.ListedGroup()
                        .setGroupId(GROUP)
                        .setProtocolType("consumer")
                        .setGroupType("Consumer")
                        .setGroupState("Stable"));
        return answer;
    }

    private static ApiMessage described(List<String> ids) {
        var answer = new ConsumerGroupDescribeResponseData();
        for (var id : ids) {
            var group = new ConsumerGroupDescribeResponseData.DescribedGroup()
                    .setGroupId(id)
                    .setGroupState("Stable")
                    .setAssignorName("uniform");
            if (id.equals(GROUP)) {
                var assignment = new ConsumerGroupDescribeResponseData.Assignment();
                assignment
                        .topicPartitions()
                        .add(new ConsumerGroupDescribeResponseData.TopicPartitions()
                                .setTopicName(GROUP)
                                .setPartitions(List.of(0)));
                group.members()
                        .add(new ConsumerGroupDescribeResponseData.Member()
                                .setMemberId("member")
                                .setClientId("client")
                                .setClientHost("/127.0.0.1")
                                .setAssignment(assignment)
                                .setTargetAssignment(assignment));
            } else {
                group.setErrorCode(GROUP_ID_NOT_FOUND);
            }
            answer.groups().add(group);
        }
        return answer;
    }

    private static ApiMessage describedAsClassic(List<String> ids) {
        var answer = new DescribeGroupsResponseData();
        for (var id : ids) {
            answer.groups()
                    .add(new DescribeGroupsResponseData.DescribedGroup()
                            .setGroupId(id)
                            .setGroupState("Empty")
                            .setProtocolType("consumer"));
        }
        return answer;
    }

    private static ApiMessage committed(OffsetFetchRequestData request) {
        var answer = new OffsetFetchResponseData();
        for (var group : request.groups()) {
            var topic = new OffsetFetchResponseData.OffsetFetchResponseTopics().setName(GROUP);
            topic.partitions()
                    .add(new OffsetFetchResponseData.OffsetFetchResponsePartitions()
                            .setPartitionIndex(0)
                            .setCommittedOffset(0));
            var known = new OffsetFetchResponseData.OffsetFetchResponseGroup().setGroupId(group.groupId());
            known.topics().add(topic);
            answer.groups().add(known);
        }
        return answer;
    }
}
