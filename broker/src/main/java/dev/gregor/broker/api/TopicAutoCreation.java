package dev.gregor.broker.api;

import dev.gregor.broker.group.GroupCoordination;
import dev.gregor.broker.quorum.Controller;
import dev.gregor.broker.quorum.TopicRules;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.message.CreateTopicsRequestData;
import org.apache.kafka.common.message.CreateTopicsRequestData.CreatableTopic;
import org.apache.kafka.common.protocol.Errors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates topics that a client asked about, if {@code auto.create.topics.enable} allows it. */
final class TopicAutoCreation {
    private static final Logger LOG = LoggerFactory.getLogger(TopicAutoCreation.class);
    private static final int TIMEOUT_MS = 5_000;

    private final Controller controller;
    private final TopicRules rules;
    private final GroupCoordination groups;

    TopicAutoCreation(Controller controller, TopicRules rules, GroupCoordination groups) {
        this.controller = controller;
        this.rules = rules;
        this.groups = groups;
    }

    boolean enabled() {
        return rules.autoCreate();
    }

    /** @return never fails: whoever asks sees by the metadata what there is then */
    CompletionStage<Void> create(RequestContext context, Collection<String> names) {
        var request = new CreateTopicsRequestData().setTimeoutMs(TIMEOUT_MS);
        for (var name : names) {
            if (name.equals(Topic.GROUP_METADATA_TOPIC_NAME)) {
                groups.createOffsetsTopic();
            } else if (Topic.isValid(name) && !Topic.isInternal(name)) {
                request.topics()
                        .add(new CreatableTopic()
                                .setName(name)
                                .setNumPartitions(rules.numPartitions())
                                .setReplicationFactor(rules.replicationFactor()));
            }
        }
        if (request.topics().isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return controller
                .createTopics(context, request, Set.of())
                .toCompletableFuture()
                .orTimeout(TIMEOUT_MS, TimeUnit.MILLISECONDS)
                .handle((response, error) -> {
                    if (error != null) {
                        LOG.warn("Topics {} were not created: {}", names, error.getMessage());
                    } else {
                        for (var topic : response.topics()) {
                            var code = Errors.forCode(topic.errorCode());
                            if (code != Errors.NONE && code != Errors.TOPIC_ALREADY_EXISTS) {
                                LOG.warn("Topic {} was not created: {}", topic.name(), topic.errorMessage());
                            }
                        }
                    }
                    return null;
                });
    }
}
