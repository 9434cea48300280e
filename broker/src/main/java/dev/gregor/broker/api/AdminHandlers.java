package dev.gregor.broker.api;

import dev.gregor.broker.group.GroupCoordination;
import dev.gregor.broker.group.InternalTopics;
import dev.gregor.broker.quorum.ClusterMetadata;
import dev.gregor.broker.quorum.Controller;
import dev.gregor.broker.quorum.InternalRequest;
import dev.gregor.broker.quorum.Quorum;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.message.CreateTopicsRequestData;
import org.apache.kafka.common.message.CreateTopicsResponseData.CreatableTopicResult;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;

/** All that is served of the cluster itself: its brokers, topics, configs and quorum. */
public final class AdminHandlers {
    private static final int INTERNAL_TOPIC_TIMEOUT_MS = 30_000;

    private AdminHandlers() {}

    public static List<RequestHandler<?, ?>> of(Quorum quorum, GroupCoordination groups) {
        var controller = quorum.controller();
        var metadata = quorum.metadata();
        var rules = quorum.topicRules();
        return List.of(
                new MetadataHandler(metadata, new TopicAutoCreation(controller, rules, groups)),
                new DescribeClusterHandler(metadata),
                new DescribeTopicPartitionsHandler(metadata, rules.describePartitionsLimit()),
                new CreateTopicsHandler(controller),
                new DeleteTopicsHandler(controller, metadata, rules.deletable()),
                new CreatePartitionsHandler(controller),
                new DescribeConfigsHandler(quorum.configurations()),
                new IncrementalAlterConfigsHandler(controller, quorum.configurations()),
                new AlterConfigsHandler(controller, quorum.configurations()),
                new InitProducerIdHandler(quorum.producerIds()),
                new ElectLeadersHandler(controller),
                new AlterPartitionReassignmentsHandler(controller),
                new ListPartitionReassignmentsHandler(controller),
                new DescribeQuorumHandler(quorum.description()),
                new UpdateFeaturesHandler(controller));
    }

    /** @return the features that ApiVersions tells of */
    public static ClusterFeatures features(ClusterMetadata metadata) {
        return new QuorumClusterFeatures(metadata);
    }

    /** @return creates topics of the cluster's own, with no client behind the request */
    public static InternalTopics internalTopics(Supplier<Controller> controller) {
        return topic -> {
            var request = new CreateTopicsRequestData().setTimeoutMs(INTERNAL_TOPIC_TIMEOUT_MS);
            request.topics().add(topic.duplicate());
            return controller
                    .get()
                    .createTopics(new InternalRequest(ApiKeys.CREATE_TOPICS), request, Set.of())
                    .thenAccept(response -> response.topics().forEach(AdminHandlers::failIfNotCreated));
        };
    }

    private static void failIfNotCreated(CreatableTopicResult result) {
        var error = Errors.forCode(result.errorCode());
        if (error != Errors.NONE) {
            throw error.exception(result.errorMessage());
        }
    }
}
