package dev.gregor.broker.quorum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.message.DescribeConfigsRequestData.DescribeConfigsResource;
import org.apache.kafka.common.message.DescribeConfigsResponseData.DescribeConfigsResourceResult;
import org.apache.kafka.common.message.DescribeConfigsResponseData.DescribeConfigsResult;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.ApiError;
import org.apache.kafka.coordinator.group.GroupConfig;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.apache.kafka.server.config.DynamicBrokerConfig;
import org.apache.kafka.server.config.ServerTopicConfigSynonyms;
import org.apache.kafka.server.metrics.ClientMetricsConfigs;
import org.apache.kafka.storage.internals.log.LogConfig;
import org.jspecify.annotations.Nullable;

/**
 * Configs of topics, brokers, groups and client metrics as they are in force, and where each value comes from (KIP-133,
 * KIP-226, KIP-569); and what may be changed while this broker runs. Any thread.
 */
public final class Configurations {
    private final AbstractKafkaConfig kafka;
    private final TopicLogSettings topics;
    private final ClusterMetadata metadata;
    private final int nodeId;

    Configurations(QuorumSettings settings, ClusterMetadata metadata) {
        this.kafka = settings.kafka();
        this.topics = settings.topics();
        this.nodeId = settings.nodeId();
        this.metadata = metadata;
    }

    public DescribeConfigsResult describe(
            DescribeConfigsResource resource, boolean includeSynonyms, boolean includeDocumentation) {
        DescribeConfigsResult result;
        try {
            result = configs(resource, new ConfigEntries(sources(), includeSynonyms, includeDocumentation));
        } catch (RuntimeException e) {
            var error = ApiError.fromThrowable(e);
            result = new DescribeConfigsResult()
                    .setErrorCode(error.error().code())
                    .setErrorMessage(error.message());
        }
        return result.setResourceName(resource.resourceName()).setResourceType(resource.resourceType());
    }

    /**
     * Checks a change of this broker's, or all brokers', dynamic configs as a whole.
     *
     * @param name the broker's id, or empty for all brokers
     * @param configs what the dynamic configs would be afterwards
     * @throws ApiException in Kafka's words
     */
    public void checkBrokerConfigs(String name, Map<String, String> configs) {
        boolean ofOneBroker = !name.isEmpty();
        if (ofOneBroker) {
            checkIsThisNode(name);
        }
        var properties = new Properties();
        properties.putAll(configs);
        try {
            var resolved = DynamicBrokerConfig.resolveVariableConfigs(properties);
            DynamicBrokerConfig.validateConfigs(resolved, ofOneBroker);
            var all = new HashMap<String, Object>(kafka.originals());
            resolved.forEach((key, value) -> all.put(String.valueOf(key), value));
            AbstractKafkaConfig.CONFIG_DEF.parse(all);
        } catch (ConfigException e) {
            throw new InvalidRequestException(e.getMessage());
        }
    }

    /** @return dynamic configs as they are set now */
    public Map<String, String> dynamic(ConfigResource resource) {
        return metadata.image().configs().configMapForResource(resource);
    }

    /** @return whether a broker's config holds a list, to which items can be added */
    public boolean isList(String brokerConfig) {
        var key = AbstractKafkaConfig.CONFIG_DEF.configKeys().get(brokerConfig);
        return key != null && key.type == ConfigDef.Type.LIST;
    }

    /** @return the default of a broker's config as text, if it is known and has one */
    public Optional<String> brokerDefault(String name) {
        var key = AbstractKafkaConfig.CONFIG_DEF.configKeys().get(name);
        return key == null || !key.hasDefault() || key.defaultValue == null
                ? Optional.empty()
                : Optional.ofNullable(ConfigDef.convertToString(key.defaultValue, key.type));
    }

    private DescribeConfigsResult configs(DescribeConfigsResource resource, ConfigEntries entries) {
        var name = resource.resourceName() == null ? "" : resource.resourceName();
        var wanted = resource.configurationKeys();
        return switch (ConfigResource.Type.forId(resource.resourceType())) {
            case TOPIC -> {
                Topic.validate(name);
                if (metadata.topic(name).isEmpty()) {
                    yield new DescribeConfigsResult().setErrorCode(Errors.UNKNOWN_TOPIC_OR_PARTITION.code());
                }
                yield topic(name, wanted, entries);
            }
            case BROKER -> broker(name, wanted, entries);
            case BROKER_LOGGER -> {
                if (name.isEmpty()) {
                    throw new InvalidRequestException("Broker id must not be empty");
                }
                checkIsThisBroker(name, "Unexpected broker id, expected " + nodeId + " but received " + name);
                yield new DescribeConfigsResult();
            }
            case CLIENT_METRICS -> {
                if (name.isEmpty()) {
                    throw new InvalidRequestException("Client metrics subscription name must not be empty");
                }
                var own = properties(dynamic(new ConfigResource(ConfigResource.Type.CLIENT_METRICS, name)));
                var config = ClientMetricsConfigs.fromProps(ClientMetricsConfigs.defaultConfigsMap(), own);
                yield rows(values(config), wanted, (key, value) -> entries.clientMetrics(config, own, key, value));
            }
            case GROUP -> {
                if (name.isEmpty()) {
                    throw new InvalidRequestException("Group name must not be empty");
                }
                var own = properties(dynamic(new ConfigResource(ConfigResource.Type.GROUP, name)));
                var config = GroupConfig.fromProps(kafka.extractGroupConfigMap(), own);
                yield rows(values(config), wanted, (key, value) -> entries.group(config, own, key, value));
            }
            default ->
                throw new InvalidRequestException("Unexpected resource type "
                        + ConfigResource.Type.forId(resource.resourceType()) + " for resource " + name);
        };
    }

    private DescribeConfigsResult topic(
            String name, @Nullable List<String> wanted, ConfigEntries entries) {
        var own = dynamic(new ConfigResource(ConfigResource.Type.TOPIC, name));
        var effective = new HashMap<String, String>(topics.ofServerProperties());
        effective.putAll(topicConfigs(dynamic(new ConfigResource(ConfigResource.Type.BROKER, ""))));
        effective.putAll(topicConfigs(dynamic(new ConfigResource(ConfigResource.Type.BROKER, String.valueOf(nodeId)))));
        var config = LogConfig.fromProps(effective, properties(own));
        return rows(values(config), wanted, (key, value) -> entries.topic(config, own, key, value));
    }

    private DescribeConfigsResult broker(
            String name, @Nullable List<String> wanted, ConfigEntries entries) {
        if (name.isEmpty()) {
            var defaults = new TreeMap<String, Object>(dynamic(new ConfigResource(ConfigResource.Type.BROKER, "")));
            return rows(defaults, wanted, (key, value) -> entries.broker(kafka, false, key, value));
        }
        checkIsThisBroker(
                name,
                "Unexpected broker id, expected " + nodeId + " or empty string, but received " + name);
        var values = new HashMap<>(values(kafka));
        values.putAll(sources().parsedDynamic());
        return rows(values, wanted, (key, value) -> entries.broker(kafka, true, key, value));
    }

    private ConfigSources sources() {
        return new ConfigSources(
                kafka,
                dynamic(new ConfigResource(ConfigResource.Type.BROKER, String.valueOf(nodeId))),
                dynamic(new ConfigResource(ConfigResource.Type.BROKER, "")));
    }

    private static Map<String, String> topicConfigs(Map<String, String> brokerConfigs) {
        var configs = new HashMap<String, String>();
        ServerTopicConfigSynonyms.ALL_TOPIC_CONFIG_SYNONYMS.forEach((topicName, synonyms) -> {
            for (var synonym : synonyms) {
                var value = brokerConfigs.get(synonym.name());
                if (value != null) {
                    configs.put(topicName, synonym.converter().apply(value));
                    break;
                }
            }
        });
        return configs;
    }

    /** Values as parsed, and what was said beyond the definition. */
    private static Map<String, Object> values(AbstractConfig config) {
        var values = new TreeMap<String, Object>();
        config.originals().forEach((key, value) -> {
            if (value != null) {
                values.put(key, value);
            }
        });
        config.nonInternalValues().forEach(values::put);
        return values;
    }

    private static DescribeConfigsResult rows(
            Map<String, ?> values, @Nullable List<String> wanted, Row row) {
        var rows = new ArrayList<DescribeConfigsResourceResult>();
        values.forEach((key, value) -> {
            if (wanted == null || wanted.isEmpty() || wanted.contains(key)) {
                rows.add(row.of(key, value));
            }
        });
        return new DescribeConfigsResult().setErrorCode(Errors.NONE.code()).setConfigs(rows);
    }

    @FunctionalInterface
    private interface Row {
        DescribeConfigsResourceResult of(String key, @Nullable Object value);
    }

    private static Properties properties(Map<String, String> map) {
        var properties = new Properties();
        properties.putAll(map);
        return properties;
    }

    private void checkIsThisBroker(String name, String otherwise) {
        int id;
        try {
            id = Integer.parseInt(name);
        } catch (NumberFormatException e) {
            throw new InvalidRequestException("Broker id must be an integer, but it is: " + name);
        }
        if (id != nodeId) {
            throw new InvalidRequestException(otherwise);
        }
    }

    private void checkIsThisNode(String name) {
        int id;
        try {
            id = Integer.parseInt(name);
        } catch (NumberFormatException e) {
            throw new InvalidRequestException("Node id must be an integer, but it is: " + name);
        }
        if (id != nodeId) {
            throw new InvalidRequestException("Unexpected broker id, expected " + nodeId + ", but received " + name);
        }
    }
}
