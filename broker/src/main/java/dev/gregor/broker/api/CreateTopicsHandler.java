package dev.gregor.broker.api;

import dev.gregor.broker.quorum.Controller;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.message.CreateTopicsRequestData;
import org.apache.kafka.common.message.CreateTopicsResponseData;
import org.apache.kafka.common.message.CreateTopicsResponseData.CreatableTopicResult;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;

/**
 * CreateTopics, key 19, versions 2–7 (KIP-4, KIP-464, KIP-525). A name given twice is refused, and so is the metadata log's own;
 * the rest is the controller's to judge. The answer waits until the topics can be written to here.
 */
final class CreateTopicsHandler implements RequestHandler<CreateTopicsRequestData, CreateTopicsResponseData> {
    private final Controller controller;

    CreateTopicsHandler(Controller controller) {
        this.controller = controller;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.CREATE_TOPICS;
    }

    @Override
    public CompletionStage<CreateTopicsResponseData> handle(RequestContext context, CreateTopicsRequestData request) {
        var names = new HashSet<String>();
        var twice = new LinkedHashSet<String>();
        for (var topic : request.topics()) {
            if (!names.add(topic.name())) {
                twice.add(topic.name());
            }
        }
        names.removeAll(twice);
        boolean metadataLog = names.remove(Topic.CLUSTER_METADATA_TOPIC_NAME);
        var valid = request.duplicate();
        valid.topics().removeIf(topic -> !names.contains(topic.name()));
        return controller.createTopics(context, valid, names).thenApply(response -> {
            for (var name : twice) {
                response.topics().add(refused(name, "Duplicate topic name."));
            }
            if (metadataLog) {
                response.topics()
                        .add(refused(
                                Topic.CLUSTER_METADATA_TOPIC_NAME,
                                "Creation of internal topic " + Topic.CLUSTER_METADATA_TOPIC_NAME
                                        + " is prohibited."));
            }
            return response;
        });
    }

    private static CreatableTopicResult refused(String name, String message) {
        return new CreatableTopicResult()
                .setName(name)
                .setErrorCode(Errors.INVALID_REQUEST.code())
                .setErrorMessage(message);
    }
}
