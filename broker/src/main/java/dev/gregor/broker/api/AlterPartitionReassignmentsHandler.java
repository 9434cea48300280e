package dev.gregor.broker.api;

import dev.gregor.broker.quorum.Controller;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.message.AlterPartitionReassignmentsRequestData;
import org.apache.kafka.common.message.AlterPartitionReassignmentsResponseData;
import org.apache.kafka.common.protocol.ApiKeys;

/** AlterPartitionReassignments, key 45, versions 0–1 (KIP-455): moves replicas, or calls a move off. */
final class AlterPartitionReassignmentsHandler implements RequestHandler<AlterPartitionReassignmentsRequestData, AlterPartitionReassignmentsResponseData> {
    private final Controller controller;

    AlterPartitionReassignmentsHandler(Controller controller) {
        this.controller = controller;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.ALTER_PARTITION_REASSIGNMENTS;
    }

    @Override
    public CompletionStage<AlterPartitionReassignmentsResponseData> handle(RequestContext context, AlterPartitionReassignmentsRequestData request) {
        return controller.alterPartitionReassignments(context, request);
    }
}
