package dev.gregor.broker.api;

import dev.gregor.broker.quorum.Controller;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.message.ListPartitionReassignmentsRequestData;
import org.apache.kafka.common.message.ListPartitionReassignmentsResponseData;
import org.apache.kafka.common.protocol.ApiKeys;

/** ListPartitionReassignments, key 46, version 0 (KIP-455): moves of replicas under way. */
final class ListPartitionReassignmentsHandler implements RequestHandler<ListPartitionReassignmentsRequestData, ListPartitionReassignmentsResponseData> {
    private final Controller controller;

    ListPartitionReassignmentsHandler(Controller controller) {
        this.controller = controller;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.LIST_PARTITION_REASSIGNMENTS;
    }

    @Override
    public CompletionStage<ListPartitionReassignmentsResponseData> handle(RequestContext context, ListPartitionReassignmentsRequestData request) {
        return controller.listPartitionReassignments(context, request);
    }
}
