package dev.gregor.broker.api;

import dev.gregor.broker.quorum.ClusterMetadata;
import dev.gregor.broker.quorum.Controller;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.errors.TopicDeletionDisabledException;
import org.apache.kafka.common.message.DeleteTopicsRequestData;
import org.apache.kafka.common.message.DeleteTopicsResponseData;
import org.apache.kafka.common.message.DeleteTopicsResponseData.DeletableTopicResult;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.ApiError;
import org.jspecify.annotations.Nullable;

/**
 * DeleteTopics, key 20, versions 1–6 (KIP-4, KIP-516): by name or by id, not both at once, none of them twice. With {@code
 * delete.topic.enable=false} all fail with TOPIC_DELETION_DISABLED.
 */
final class DeleteTopicsHandler implements RequestHandler<DeleteTopicsRequestData, DeleteTopicsResponseData> {
    private static final short DELETION_DISABLED_SINCE = 3;

    private final Controller controller;
    private final ClusterMetadata metadata;
    private final boolean enabled;

    DeleteTopicsHandler(Controller controller, ClusterMetadata metadata, boolean enabled) {
        this.controller = controller;
        this.metadata = metadata;
        this.enabled = enabled;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.DELETE_TOPICS;
    }

    @Override
    public CompletionStage<DeleteTopicsResponseData> handle(RequestContext context, DeleteTopicsRequestData request) {
        if (!enabled) {
            return CompletableFuture.failedFuture(
                    context.apiVersion() < DELETION_DISABLED_SINCE
                            ? new InvalidRequestException("This version does not support topic deletion.")
                            : new TopicDeletionDisabledException());
        }
        var response = new DeleteTopicsResponseData();
        var byName = new LinkedHashMap<String, Integer>();
        var byId = new LinkedHashMap<Uuid, Integer>();
        count(request, byName, byId, response);
        var names = resolve(byName, byId, response);
        return controller
                .deleteTopics(context, names.keySet(), request.timeoutMs())
                .thenApply(results -> {
                    results.forEach((id, error) -> add(response, names.get(id), id, error));
                    return response;
                });
    }

    private static void count(
            DeleteTopicsRequestData request,
            Map<String, Integer> byName,
            Map<Uuid, Integer> byId,
            DeleteTopicsResponseData response) {
        for (var name : request.topicNames()) {
            byName.merge(name, 1, Integer::sum);
        }
        for (var topic : request.topics()) {
            boolean hasId = !topic.topicId().equals(Uuid.ZERO_UUID);
            if (topic.name() == null && !hasId) {
                add(response, null, Uuid.ZERO_UUID, invalid("Neither topic name nor id were specified."));
            } else if (topic.name() == null) {
                byId.merge(topic.topicId(), 1, Integer::sum);
            } else if (hasId) {
                add(
                        response,
                        topic.name(),
                        topic.topicId(),
                        invalid("You may not specify both topic name and topic id."));
            } else {
                byName.merge(topic.name(), 1, Integer::sum);
            }
        }
    }

    /** @return what may be deleted; the rest has its row in the response then */
    private Map<Uuid, String> resolve(
            Map<String, Integer> byName, Map<Uuid, Integer> byId, DeleteTopicsResponseData response) {
        var now = metadata.snapshot();
        var found = new HashMap<Uuid, String>();
        byId.forEach((id, times) -> {
            if (times > 1) {
                add(response, null, id, invalid("Duplicate topic id."));
            } else {
                now.topic(id)
                        .ifPresentOrElse(
                                topic -> found.put(id, topic.name()),
                                () -> add(response, null, id, new ApiError(Errors.UNKNOWN_TOPIC_ID)));
            }
        });
        byName.forEach((name, times) -> {
            var topic = now.topic(name);
            if (times > 1) {
                add(response, name, Uuid.ZERO_UUID, invalid("Duplicate topic name."));
            } else if (topic.isEmpty()) {
                add(response, name, Uuid.ZERO_UUID, new ApiError(Errors.UNKNOWN_TOPIC_OR_PARTITION));
            } else if (byId.getOrDefault(topic.get().id(), 0) > 0) {
                found.remove(topic.get().id());
                add(
                        response,
                        name,
                        topic.get().id(),
                        invalid("The provided topic name maps to an ID that was already supplied."));
            } else {
                found.put(topic.get().id(), name);
            }
        });
        return found;
    }

    private static ApiError invalid(String message) {
        return new ApiError(Errors.INVALID_REQUEST, message);
    }

    private static void add(DeleteTopicsResponseData response, @Nullable String name, Uuid id, ApiError error) {
        response.responses()
                .add(new DeletableTopicResult()
                        .setName(name)
                        .setTopicId(id)
                        .setErrorCode(error.error().code())
                        .setErrorMessage(error.message()));
    }
}
