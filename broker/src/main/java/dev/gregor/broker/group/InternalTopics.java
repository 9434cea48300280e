package dev.gregor.broker.group;

import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.message.CreateTopicsRequestData.CreatableTopic;

/** Asks the controller for a topic of the cluster's own, with no client behind the request. */
@FunctionalInterface
public interface InternalTopics {
    /** Does not block; fails with the controller's exception, TopicExistsException if somebody was faster. */
    CompletionStage<?> create(CreatableTopic topic);
}
