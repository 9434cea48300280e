package dev.gregor.cli.streams;

import dev.gregor.cli.coordinator.CommittedOffset;
import dev.gregor.cli.coordinator.Coordinators;
import dev.gregor.cli.coordinator.Described;
import dev.gregor.cli.coordinator.GroupOffsets;
import dev.gregor.cli.grouptool.GroupTool;
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
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.DeleteTopicsRequestData;
import org.apache.kafka.common.message.DeleteTopicsRequestData.DeleteTopicState;
import org.apache.kafka.common.message.DeleteTopicsResponseData;
import org.apache.kafka.common.message.StreamsGroupDescribeRequestData;
import org.apache.kafka.common.message.StreamsGroupDescribeResponseData;

/** What there is to ask about streams groups (KIP-1071), and the deletion of the topics they made for themselves. */
public final class StreamsGroups {
    private final ClusterClient client;

    /** Of this cluster; the client stays the caller's. */
    public StreamsGroups(ClusterClient client) {
        this.client = client;
    }

    /** Describes the groups with their members. */
    public Described<StreamsGroup> describe(Collection<String> groupIds) {
        var described = new Described<StreamsGroup>();
        new Coordinators(client)
                .ask(groupIds, (coordinator, ids) -> describe(coordinator, ids, described), described.failures()::put);
        return described;
    }

    /** The one group; a failure comes as from a future of the admin client. */
    public StreamsGroup describe(String groupId) {
        for (var group : GroupTool.all(describe(List.of(groupId))).values()) {
            return group;
        }
        throw new ApiErrorException(Coordinators.GROUP_ID_NOT_FOUND, null);
    }

    private List<String> describe(BrokerNode coordinator, List<String> ids, Described<StreamsGroup> described) {
        var answer = client.ask(
                Target.broker(coordinator.id()),
                new StreamsGroupDescribeRequestData().setGroupIds(ids),
                new StreamsGroupDescribeResponseData(),
                StreamsGroups::loading);
        var moved = new ArrayList<String>();
        for (var group : answer.groups()) {
            if (Coordinators.hasMoved(group.errorCode())) {
                moved.add(group.groupId());
            } else if (group.errorCode() != ErrorCodes.NONE) {
                described
                        .failures()
                        .put(group.groupId(), new ApiErrorException(group.errorCode(), group.errorMessage()));
            } else if (group.topology() == null) {
                described.failures().put(group.groupId(), new IllegalStateException("Topology information is missing"));
            } else {
                described.groups().put(group.groupId(), new StreamsGroup(coordinator, group));
            }
        }
        return moved;
    }

    private static short loading(StreamsGroupDescribeResponseData answer) {
        return Coordinators.loading(answer.groups(), StreamsGroupDescribeResponseData.DescribedGroup::errorCode);
    }

    /** What the group committed for these topics. */
    public Map<TopicPartition, CommittedOffset> committed(String groupId, Set<String> topics) {
        var committed = new GroupOffsets(client).of(groupId);
        committed.keySet().removeIf(partition -> !topics.contains(partition.topic()));
        return committed;
    }

    /** Deletes the topics; why one is still there, by name. */
    Map<String, Optional<ApiErrorException>> deleteTopics(List<String> topics) {
        var request = new DeleteTopicsRequestData().setTimeoutMs(client.requestTimeoutMs());
        for (var topic : topics) {
            request.topics().add(new DeleteTopicState().setName(topic));
        }
        var answer =
                client.ask(Target.controller(), request, new DeleteTopicsResponseData(), StreamsGroups::firstError);
        var outcomes = new HashMap<String, Optional<ApiErrorException>>();
        for (var row : answer.responses()) {
            outcomes.put(
                    row.name(),
                    row.errorCode() == ErrorCodes.NONE
                            ? Optional.empty()
                            : Optional.of(new ApiErrorException(row.errorCode(), row.errorMessage())));
        }
        return outcomes;
    }

    private static short firstError(DeleteTopicsResponseData answer) {
        for (var row : answer.responses()) {
            if (row.errorCode() != ErrorCodes.NONE) {
                return row.errorCode();
            }
        }
        return ErrorCodes.NONE;
    }
}
