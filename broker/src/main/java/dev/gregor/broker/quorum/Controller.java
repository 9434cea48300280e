package dev.gregor.broker.quorum;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.message.AllocateProducerIdsRequestData;
import org.apache.kafka.common.message.AllocateProducerIdsResponseData;
import org.apache.kafka.common.message.AlterPartitionReassignmentsRequestData;
import org.apache.kafka.common.message.AlterPartitionReassignmentsResponseData;
import org.apache.kafka.common.message.AlterPartitionRequestData;
import org.apache.kafka.common.message.AlterPartitionResponseData;
import org.apache.kafka.common.message.CreatePartitionsRequestData.CreatePartitionsTopic;
import org.apache.kafka.common.message.CreatePartitionsResponseData.CreatePartitionsTopicResult;
import org.apache.kafka.common.message.CreateTopicsRequestData;
import org.apache.kafka.common.message.CreateTopicsResponseData;
import org.apache.kafka.common.message.ElectLeadersRequestData;
import org.apache.kafka.common.message.ElectLeadersResponseData;
import org.apache.kafka.common.message.ListPartitionReassignmentsRequestData;
import org.apache.kafka.common.message.ListPartitionReassignmentsResponseData;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.message.UpdateFeaturesRequestData;
import org.apache.kafka.common.message.UpdateFeaturesResponseData;
import org.apache.kafka.common.requests.ApiError;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.controller.QuorumController;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;

/**
 * The active controller, asked on behalf of a client. Any thread; nothing blocks. A stage fails with the controller's exception
 * (NotControllerException while there is none, RequestTimeoutException past a deadline); changes complete once they are
 * committed and, as a rule, applied by this broker.
 */
public final class Controller {
    private final QuorumController controller;
    private final LongSupplier highWatermark;
    private final AppliedMetadata applied;

    Controller(QuorumController controller, LongSupplier highWatermark, AppliedMetadata applied) {
        this.controller = controller;
        this.highWatermark = highWatermark;
        this.applied = applied;
    }

    /** @param describable topics whose configs may be part of the answer */
    public CompletionStage<CreateTopicsResponseData> createTopics(
            AuthorizableRequestContext context, CreateTopicsRequestData request, Set<String> describable) {
        return change(controller.createTopics(asked(context, request.timeoutMs()), request, describable, false));
    }

    /** Deletes topics by id. */
    public CompletionStage<Map<Uuid, ApiError>> deleteTopics(
            AuthorizableRequestContext context, Collection<Uuid> topicIds, int timeoutMs) {
        return change(controller.deleteTopics(asked(context, timeoutMs), topicIds));
    }

    public CompletionStage<List<CreatePartitionsTopicResult>> createPartitions(
            AuthorizableRequestContext context,
            List<CreatePartitionsTopic> topics,
            boolean validateOnly,
            int timeoutMs) {
        return change(controller.createPartitions(asked(context, timeoutMs), topics, validateOnly));
    }

    public CompletionStage<Map<ConfigResource, ApiError>> incrementalAlterConfigs(
            AuthorizableRequestContext context,
            Map<ConfigResource, Map<String, Map.Entry<AlterConfigOp.OpType, String>>> changes,
            boolean validateOnly) {
        return change(controller.incrementalAlterConfigs(asked(context), changes, validateOnly, false));
    }

    /** Replaces all dynamic configs of each resource (AlterConfigs, before KIP-339). */
    public CompletionStage<Map<ConfigResource, ApiError>> alterConfigs(
            AuthorizableRequestContext context, Map<ConfigResource, Map<String, String>> configs, boolean validateOnly) {
        return change(controller.legacyAlterConfigs(asked(context), configs, validateOnly, false));
    }

    public CompletionStage<ElectLeadersResponseData> electLeaders(
            AuthorizableRequestContext context, ElectLeadersRequestData request) {
        return change(controller.electLeaders(asked(context, request.timeoutMs()), request));
    }

    public CompletionStage<AlterPartitionReassignmentsResponseData> alterPartitionReassignments(
            AuthorizableRequestContext context, AlterPartitionReassignmentsRequestData request) {
        return change(controller.alterPartitionReassignments(asked(context, request.timeoutMs()), request));
    }

    public CompletionStage<ListPartitionReassignmentsResponseData> listPartitionReassignments(
            AuthorizableRequestContext context, ListPartitionReassignmentsRequestData request) {
        return controller.listPartitionReassignments(asked(context), request);
    }

    public CompletionStage<UpdateFeaturesResponseData> updateFeatures(
            AuthorizableRequestContext context, UpdateFeaturesRequestData request) {
        return change(controller.updateFeatures(asked(context), request));
    }

    /** A leader's wish for another ISR (KIP-497). */
    public CompletionStage<AlterPartitionResponseData> alterPartition(AlterPartitionRequestData request) {
        return controller.alterPartition(InternalRequest.context(), request);
    }

    /** A block of producer ids for this broker (KIP-730). */
    public CompletionStage<AllocateProducerIdsResponseData> allocateProducerIds(
            AllocateProducerIdsRequestData request) {
        return controller.allocateProducerIds(InternalRequest.context(), request);
    }

    private <T> CompletionStage<T> change(CompletableFuture<T> committed) {
        return committed.thenCompose(
                result -> applied.upTo(highWatermark.getAsLong() - 1).thenApply(offset -> result));
    }

    private static ControllerRequestContext asked(AuthorizableRequestContext context) {
        return new ControllerRequestContext(header(context), context.principal(), OptionalLong.empty());
    }

    private static ControllerRequestContext asked(AuthorizableRequestContext context, int timeoutMs) {
        return new ControllerRequestContext(
                header(context),
                context.principal(),
                OptionalLong.of(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs)));
    }

    private static RequestHeaderData header(AuthorizableRequestContext context) {
        return new RequestHeaderData()
                .setRequestApiKey((short) context.requestType())
                .setRequestApiVersion((short) context.requestVersion())
                .setCorrelationId(context.correlationId())
                .setClientId(context.clientId());
    }
}
