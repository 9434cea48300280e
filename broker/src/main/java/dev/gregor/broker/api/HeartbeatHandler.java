package dev.gregor.broker.api;

import dev.gregor.broker.group.GroupCoordination;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.message.HeartbeatRequestData;
import org.apache.kafka.common.message.HeartbeatResponseData;
import org.apache.kafka.common.protocol.ApiKeys;

/** Heartbeat, key 12, versions 0–4 (KIP-62, KIP-345): keeps a member of a classic group alive and tells it of rebalances. */
final class HeartbeatHandler implements RequestHandler<HeartbeatRequestData, HeartbeatResponseData> {
    private final GroupCoordination groups;

    HeartbeatHandler(GroupCoordination groups) {
        this.groups = groups;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.HEARTBEAT;
    }

    @Override
    public CompletionStage<HeartbeatResponseData> handle(RequestContext context, HeartbeatRequestData request) {
        return groups.heartbeat(context, request);
    }
}
