package dev.gregor.broker.api;

import dev.gregor.broker.group.GroupCoordination;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.message.JoinGroupRequestData;
import org.apache.kafka.common.message.JoinGroupResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.JoinGroupResponse;

/**
 * JoinGroup, key 11, versions 0–9 (KIP-62, KIP-345, KIP-394, KIP-559, KIP-800, KIP-814): a member asks to be part of a classic
 * group. Answered when the rebalance has all members, at once with MEMBER_ID_REQUIRED, or with what is wrong.
 */
final class JoinGroupHandler implements RequestHandler<JoinGroupRequestData, JoinGroupResponseData> {
    private final GroupCoordination groups;

    JoinGroupHandler(GroupCoordination groups) {
        this.groups = groups;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.JOIN_GROUP;
    }

    @Override
    public CompletionStage<JoinGroupResponseData> handle(RequestContext context, JoinGroupRequestData request) {
        // How "no protocol" is written depends on the version.
        return groups.joinGroup(context, request)
                .thenApply(joined -> new JoinGroupResponse(joined, context.apiVersion()).data());
    }
}
