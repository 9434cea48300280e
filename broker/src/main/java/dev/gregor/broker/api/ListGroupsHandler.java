package dev.gregor.broker.api;

import dev.gregor.broker.group.GroupCoordination;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.message.ListGroupsRequestData;
import org.apache.kafka.common.message.ListGroupsResponseData;
import org.apache.kafka.common.protocol.ApiKeys;

/** ListGroups, key 16, versions 0–5 (KIP-518, KIP-848): the groups this broker coordinates, by state and type if asked. */
final class ListGroupsHandler implements RequestHandler<ListGroupsRequestData, ListGroupsResponseData> {
    private final GroupCoordination groups;

    ListGroupsHandler(GroupCoordination groups) {
        this.groups = groups;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.LIST_GROUPS;
    }

    @Override
    public CompletionStage<ListGroupsResponseData> handle(RequestContext context, ListGroupsRequestData request) {
        return groups.listGroups(context, request);
    }
}
