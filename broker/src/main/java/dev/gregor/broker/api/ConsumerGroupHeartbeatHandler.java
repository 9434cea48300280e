package dev.gregor.broker.api;

import dev.gregor.broker.group.GroupCoordination;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.message.ConsumerGroupHeartbeatRequestData;
import org.apache.kafka.common.message.ConsumerGroupHeartbeatResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;

/**
 * ConsumerGroupHeartbeat, key 68, versions 0–1 (KIP-848, KIP-1082): joins, leaves, reports and is assigned, in one request.
 * UNSUPPORTED_VERSION while the cluster does not serve the protocol ({@code group.version}, {@code
 * group.coordinator.rebalance.protocols}).
 */
final class ConsumerGroupHeartbeatHandler
        implements RequestHandler<ConsumerGroupHeartbeatRequestData, ConsumerGroupHeartbeatResponseData> {
    private final GroupCoordination groups;

    ConsumerGroupHeartbeatHandler(GroupCoordination groups) {
        this.groups = groups;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.CONSUMER_GROUP_HEARTBEAT;
    }

    @Override
    public CompletionStage<ConsumerGroupHeartbeatResponseData> handle(
            RequestContext context, ConsumerGroupHeartbeatRequestData request) {
        if (!groups.servesConsumerProtocol()) {
            return CompletableFuture.failedFuture(Errors.UNSUPPORTED_VERSION.exception());
        }
        return groups.consumerGroupHeartbeat(context, request);
    }
}
