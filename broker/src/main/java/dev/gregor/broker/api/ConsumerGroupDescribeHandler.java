package dev.gregor.broker.api;

import dev.gregor.broker.group.GroupCoordination;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.message.ConsumerGroupDescribeRequestData;
import org.apache.kafka.common.message.ConsumerGroupDescribeResponseData;
import org.apache.kafka.common.message.ConsumerGroupDescribeResponseData.DescribedGroup;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;

/**
 * ConsumerGroupDescribe, key 69, versions 0–1 (KIP-848, KIP-1099): members, assignments and epochs of consumer groups.
 * UNSUPPORTED_VERSION while the cluster does not serve their protocol.
 */
final class ConsumerGroupDescribeHandler
        implements RequestHandler<ConsumerGroupDescribeRequestData, ConsumerGroupDescribeResponseData> {
    private final GroupCoordination groups;

    ConsumerGroupDescribeHandler(GroupCoordination groups) {
        this.groups = groups;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.CONSUMER_GROUP_DESCRIBE;
    }

    @Override
    public CompletionStage<ConsumerGroupDescribeResponseData> handle(
            RequestContext context, ConsumerGroupDescribeRequestData request) {
        if (!groups.servesConsumerProtocol()) {
            return CompletableFuture.failedFuture(Errors.UNSUPPORTED_VERSION.exception());
        }
        return groups.consumerGroupDescribe(context, request.groupIds()).thenApply(described -> {
            if (request.includeAuthorizedOperations()) {
                addOperations(described);
            }
            return new ConsumerGroupDescribeResponseData().setGroups(described);
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
