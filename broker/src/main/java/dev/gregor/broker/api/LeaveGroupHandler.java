package dev.gregor.broker.api;

import dev.gregor.broker.group.GroupCoordination;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.message.LeaveGroupRequestData;
import org.apache.kafka.common.message.LeaveGroupRequestData.MemberIdentity;
import org.apache.kafka.common.message.LeaveGroupResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.LeaveGroupResponse;

/**
 * LeaveGroup, key 13, versions 0–5 (KIP-345, KIP-800): members leave a group. Before version 3 there is one, and its error is
 * the response's.
 */
final class LeaveGroupHandler implements RequestHandler<LeaveGroupRequestData, LeaveGroupResponseData> {
    private static final short MEMBERS_SINCE = 3;

    private final GroupCoordination groups;

    LeaveGroupHandler(GroupCoordination groups) {
        this.groups = groups;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.LEAVE_GROUP;
    }

    @Override
    public CompletionStage<LeaveGroupResponseData> handle(RequestContext context, LeaveGroupRequestData request) {
        return groups.leaveGroup(context, normalized(request, context.apiVersion()))
                .thenApply(left -> new LeaveGroupResponse(left, context.apiVersion()).data());
    }

    private static LeaveGroupRequestData normalized(LeaveGroupRequestData request, short version) {
        return version >= MEMBERS_SINCE
                ? request
                : new LeaveGroupRequestData()
                        .setGroupId(request.groupId())
                        .setMembers(List.of(new MemberIdentity().setMemberId(request.memberId())));
    }
}
