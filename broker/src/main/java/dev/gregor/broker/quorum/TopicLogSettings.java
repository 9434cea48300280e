package dev.gregor.broker.quorum;

import dev.gregor.broker.storage.LogSettings;
import java.util.Map;

/** Turns a topic's configuration, and what it falls back on, into the settings of its logs. */
public interface TopicLogSettings {
    /**
     * @param clusterDefaults dynamic configs of all brokers, in the brokers' names for them
     * @param ofThisBroker dynamic configs of this broker, likewise
     * @param ofTopic the topic's own configs
     */
    LogSettings settings(
            Map<String, String> clusterDefaults, Map<String, String> ofThisBroker, Map<String, String> ofTopic);

    /** @return the topic configs that {@code server.properties} sets for all topics, under the topics' names for them */
    Map<String, String> ofServerProperties();
}
