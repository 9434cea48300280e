package dev.gregor.broker.api;

import dev.gregor.broker.group.GroupCoordination;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.message.DeleteGroupsRequestData;
import org.apache.kafka.common.message.DeleteGroupsResponseData;
import org.apache.kafka.common.protocol.ApiKeys;

/** DeleteGroups, key 42, versions 0–2 (KIP-229): deletes groups without members. One bad row never fails the others. */
final class DeleteGroupsHandler implements RequestHandler<DeleteGroupsRequestData, DeleteGroupsResponseData> {
    private final GroupCoordination groups;

    DeleteGroupsHandler(GroupCoordination groups) {
        this.groups = groups;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.DELETE_GROUPS;
    }

    @Override
    public CompletionStage<DeleteGroupsResponseData> handle(RequestContext context, DeleteGroupsRequestData request) {
        return groups.deleteGroups(context, new ArrayList<>(new LinkedHashSet<>(request.groupsNames())))
                .thenApply(results -> new DeleteGroupsResponseData().setResults(results));
    }
}
