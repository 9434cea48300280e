package dev.gregor.broker.config;

import dev.gregor.broker.quorum.TopicLogSettings;
import dev.gregor.broker.storage.LogSettings;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.server.config.ConfigSynonym;
import org.apache.kafka.server.config.ServerTopicConfigSynonyms;
import org.apache.kafka.storage.internals.log.LogConfig;

/**
 * Topic configs by Kafka's rule of fall-back: the topic's own, this broker's dynamic one, all brokers' dynamic one, {@code
 * server.properties}, the default; the brokers' names are Kafka's synonyms (KIP-226).
 */
final class TopicSettings implements TopicLogSettings {
    private final Map<String, String> ofFile;

    TopicSettings(Map<String, String> serverProperties) {
        this.ofFile = Map.copyOf(topicConfigs(serverProperties));
    }

    @Override
    public LogSettings settings(
            Map<String, String> clusterDefaults, Map<String, String> ofThisBroker, Map<String, String> ofTopic) {
        var configs = new HashMap<>(ofFile);
        if (!clusterDefaults.isEmpty()) {
            configs.putAll(topicConfigs(clusterDefaults));
        }
        if (!ofThisBroker.isEmpty()) {
            configs.putAll(topicConfigs(ofThisBroker));
        }
        configs.putAll(ofTopic);
        return settings(new LogConfig(configs));
    }

    @Override
    public Map<String, String> ofServerProperties() {
        return ofFile;
    }

    /** Broker configs that stand for topic configs, under the topics' names: of several synonyms the first that is set. */
    private static Map<String, String> topicConfigs(Map<String, String> brokerConfigs) {
        var configs = new LinkedHashMap<String, String>();
        for (Map.Entry<String, List<ConfigSynonym>> entry :
                ServerTopicConfigSynonyms.ALL_TOPIC_CONFIG_SYNONYMS.entrySet()) {
            for (var synonym : entry.getValue()) {
                var value = brokerConfigs.get(synonym.name());
                if (value != null && !value.isBlank()) {
                    configs.put(entry.getKey(), synonym.converter().apply(value.trim()));
                    break;
                }
            }
        }
        configs.computeIfPresent("retention.ms", (key, value) -> value.startsWith("-") ? "-1" : value);
        return configs;
    }

    private static LogSettings settings(LogConfig config) {
        return new LogSettings(
                config.segmentSize(),
                config.segmentMs,
                config.segmentJitterMs,
                config.maxIndexSize,
                config.indexInterval,
                config.retentionSize,
                config.retentionMs,
                config.fileDeleteDelayMs,
                config.maxMessageSize(),
                config.flushInterval,
                config.flushMs,
                config.messageTimestampType,
                config.messageTimestampBeforeMaxMs,
                config.messageTimestampAfterMaxMs,
                config.compressionType.name,
                config.delete,
                config.compact,
                config.minInSyncReplicas,
                config.preallocate);
    }
}
