package dev.gregor.broker.quorum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.controller.ConfigurationValidator;
import org.apache.kafka.coordinator.group.GroupConfig;
import org.apache.kafka.coordinator.group.GroupCoordinatorConfig;
import org.apache.kafka.coordinator.group.modern.share.ShareGroupConfig;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.apache.kafka.server.metrics.ClientMetricsConfigs;
import org.apache.kafka.storage.internals.log.LogConfig;

/** What the controller asks of dynamic configs before it writes them, in Apache Kafka's words. */
final class ConfigurationChecks implements ConfigurationValidator {
    private final AbstractKafkaConfig kafka;
    private final Map<String, String> topicDefaults;

    ConfigurationChecks(AbstractKafkaConfig kafka, TopicLogSettings topics) {
        this.kafka = kafka;
        var defaults = new HashMap<>(topics.ofServerProperties());
        // Kafka leaves out its checks of tiered storage if there are no defaults at all.
        defaults.putIfAbsent(TopicConfig.REMOTE_LOG_STORAGE_ENABLE_CONFIG, "false");
        this.topicDefaults = Map.copyOf(defaults);
    }

    @Override
    public void validate(ConfigResource resource) {
        switch (resource.type()) {
            case TOPIC -> topicName(resource.name());
            case BROKER -> brokerName(resource.name());
            default -> throw unknownType(resource);
        }
    }

    @Override
    public void validate(
            ConfigResource resource, Map<String, String> newConfigs, Map<String, String> existingConfigs) {
        switch (resource.type()) {
            case TOPIC -> {
                topicName(resource.name());
                LogConfig.validate(existingConfigs, withoutNulls(newConfigs, "topic"), topicDefaults, false);
            }
            case BROKER -> brokerName(resource.name());
            case CLIENT_METRICS ->
                ClientMetricsConfigs.validate(resource.name(), withoutNulls(newConfigs, "client metrics"));
            case GROUP -> {
                if (resource.name().isEmpty()) {
                    throw new InvalidRequestException("Default group resources are not allowed.");
                }
                GroupConfig.validate(
                        withoutNulls(newConfigs, "group"),
                        new GroupCoordinatorConfig(kafka),
                        new ShareGroupConfig(kafka));
            }
            default -> throw unknownType(resource);
        }
    }

    private static void topicName(String name) {
        if (name.isEmpty()) {
            throw new InvalidRequestException("Default topic resources are not allowed.");
        }
        Topic.validate(name);
    }

    private static void brokerName(String name) {
        if (name.isEmpty()) {
            return;
        }
        int id;
        try {
            id = Integer.parseInt(name);
        } catch (NumberFormatException e) {
            throw new InvalidRequestException("Unable to parse broker name as a base 10 number.");
        }
        if (id < 0) {
            throw new InvalidRequestException("Invalid negative broker ID.");
        }
    }

    private static Map<String, String> withoutNulls(Map<String, String> configs, String type) {
        var filtered = new HashMap<String, String>();
        List<String> nulls = new ArrayList<>();
        configs.forEach((key, value) -> {
            if (value == null) {
                nulls.add(key);
            } else {
                filtered.put(key, value);
            }
        });
        if (!nulls.isEmpty()) {
            throw new InvalidConfigurationException(
                    "Null value not supported for " + type + " configs: " + String.join(",", nulls));
        }
        return filtered;
    }

    private static InvalidRequestException unknownType(ConfigResource resource) {
        // Loggers' levels share the request but are never written to the metadata log.
        return new InvalidRequestException("Unknown resource type " + resource.type());
    }
}
