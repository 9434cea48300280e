package dev.gregor.broker.api;

import dev.gregor.broker.group.GroupCoordination;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.message.SyncGroupRequestData;
import org.apache.kafka.common.message.SyncGroupResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;

/**
 * SyncGroup, key 14, versions 0–5 (KIP-345, KIP-559): a member asks for its assignment, the leader brings everybody's. From
 * version 5 on a request without protocol type and name gets INCONSISTENT_GROUP_PROTOCOL.
 */
final class SyncGroupHandler implements RequestHandler<SyncGroupRequestData, SyncGroupResponseData> {
    private static final short PROTOCOL_REQUIRED_SINCE = 5;

    private final GroupCoordination groups;

    SyncGroupHandler(GroupCoordination groups) {
        this.groups = groups;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.SYNC_GROUP;
    }

    @Override
    public CompletionStage<SyncGroupResponseData> handle(RequestContext context, SyncGroupRequestData request) {
        if (context.apiVersion() >= PROTOCOL_REQUIRED_SINCE
                && (request.protocolType() == null || request.protocolName() == null)) {
            return CompletableFuture.failedFuture(Errors.INCONSISTENT_GROUP_PROTOCOL.exception());
        }
        return groups.syncGroup(context, request);
    }
}
