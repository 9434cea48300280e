package dev.gregor.broker.api;

import dev.gregor.broker.group.GroupCoordination;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.message.DescribeGroupsRequestData;
import org.apache.kafka.common.message.DescribeGroupsResponseData;
import org.apache.kafka.common.message.DescribeGroupsResponseData.DescribedGroup;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;

/**
 * DescribeGroups, key 15, versions 0–6 (KIP-345, KIP-430, KIP-1043): state and members of classic groups. What is wrong with a
 * group is in its row.
 */
final class DescribeGroupsHandler implements RequestHandler<DescribeGroupsRequestData, DescribeGroupsResponseData> {
    private static final short AUTHORIZED_OPERATIONS_SINCE = 3;

    private final GroupCoordination groups;

    DescribeGroupsHandler(GroupCoordination groups) {
        this.groups = groups;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.DESCRIBE_GROUPS;
    }

    @Override
    public CompletionStage<DescribeGroupsResponseData> handle(
            RequestContext context, DescribeGroupsRequestData request) {
        var withOperations =
                context.apiVersion() >= AUTHORIZED_OPERATIONS_SINCE && request.includeAuthorizedOperations();
        return groups.describeGroups(context, request.groups()).thenApply(described -> {
            if (withOperations) {
                addOperations(described);
            }
            return new DescribeGroupsResponseData().setGroups(described);
        });
    }

    private static void addOperations(List<DescribedGroup> described) {
        for (var group : described) {
            if (group.errorCode() == Errors.NONE.code()) {
                group.setAuthorizedOperations(GroupOperations.ALL);
            }
        }
    }
}
