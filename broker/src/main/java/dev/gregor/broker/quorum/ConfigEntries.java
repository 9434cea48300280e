package dev.gregor.broker.quorum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.message.DescribeConfigsResponseData.DescribeConfigsResourceResult;
import org.apache.kafka.common.message.DescribeConfigsResponseData.DescribeConfigsSynonym;
import org.apache.kafka.common.requests.DescribeConfigsResponse.ConfigSource;
import org.apache.kafka.common.requests.DescribeConfigsResponse.ConfigType;
import org.apache.kafka.coordinator.group.GroupConfig;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.apache.kafka.server.config.DynamicBrokerConfig;
import org.apache.kafka.server.config.ServerTopicConfigSynonyms;
import org.apache.kafka.server.metrics.ClientMetricsConfigs;
import org.apache.kafka.storage.internals.log.LogConfig;
import org.jspecify.annotations.Nullable;

/** Makes the rows of DescribeConfigs: value, type, source, synonyms; secrets have no value. */
final class ConfigEntries {
    private final ConfigSources sources;
    private final boolean includeSynonyms;
    private final boolean includeDocumentation;

    ConfigEntries(ConfigSources sources, boolean includeSynonyms, boolean includeDocumentation) {
        this.sources = sources;
        this.includeSynonyms = includeSynonyms;
        this.includeDocumentation = includeDocumentation;
    }

    DescribeConfigsResourceResult topic(
            LogConfig config, Map<String, String> own, String name, @Nullable Object value) {
        var type = LogConfig.configType(name);
        boolean sensitive = sensitive(type);
        var text = text(type, value);
        var brokerName = ServerTopicConfigSynonyms.TOPIC_CONFIG_SYNONYMS.get(name);
        List<DescribeConfigsSynonym> found = brokerName == null
                ? new ArrayList<>()
                : sources.of(brokerName, DynamicBrokerConfig.brokerConfigSynonyms(brokerName, true), sensitive);
        if (own.containsKey(name)) {
            found.add(0, synonym(name, text, ConfigSource.TOPIC_CONFIG));
        }
        return row(config, name, type, text, found, false);
    }

    DescribeConfigsResourceResult broker(
            AbstractKafkaConfig config, boolean ofOneBroker, String name, @Nullable Object value) {
        var type = brokerType(name);
        var found = sources.of(name, DynamicBrokerConfig.brokerConfigSynonyms(name, true), sensitive(type));
        if (!ofOneBroker) {
            found.removeIf(synonym -> synonym.source() != ConfigSource.DYNAMIC_DEFAULT_BROKER_CONFIG.id());
        }
        boolean readOnly = !DynamicBrokerConfig.ALL_DYNAMIC_CONFIGS.contains(name);
        return row(config, name, type, text(type, value), found, readOnly);
    }

    DescribeConfigsResourceResult clientMetrics(
            ClientMetricsConfigs config, Map<?, ?> own, String name, @Nullable Object value) {
        var type = ClientMetricsConfigs.configType(name);
        var text = text(type, value);
        List<DescribeConfigsSynonym> found = own.containsKey(name)
                ? List.of(synonym(name, text, ConfigSource.CLIENT_METRICS_CONFIG))
                : List.of();
        return row(config, name, type, text, found, false);
    }

    DescribeConfigsResourceResult group(GroupConfig config, Map<?, ?> own, String name, @Nullable Object value) {
        var type = GroupConfig.configType(name);
        var text = text(type, value);
        var found = new ArrayList<DescribeConfigsSynonym>();
        var brokerName = GroupConfig.brokerSynonym(name);
        if (brokerName.isPresent()) {
            found.addAll(sources.of(
                    brokerName.get(),
                    DynamicBrokerConfig.brokerConfigSynonyms(brokerName.get(), true),
                    sensitive(type)));
        } else {
            var byDefault = GroupConfig.CONFIG_DEF.defaultValues().get(name);
            if (byDefault != null) {
                found.add(synonym(name, text(type, byDefault), ConfigSource.DEFAULT_CONFIG));
            }
        }
        if (own.containsKey(name)) {
            found.add(0, synonym(name, text, ConfigSource.GROUP_CONFIG));
        }
        return row(config, name, type, text, found, false);
    }

    private DescribeConfigsResourceResult row(
            AbstractConfig config,
            String name,
            Optional<ConfigDef.Type> type,
            @Nullable String text,
            List<DescribeConfigsSynonym> found,
            boolean readOnly) {
        byte source =
                found.isEmpty() ? ConfigSource.DEFAULT_CONFIG.id() : found.get(0).source();
        return new DescribeConfigsResourceResult()
                .setName(name)
                .setValue(text)
                .setConfigSource(source)
                .setIsSensitive(sensitive(type))
                .setReadOnly(readOnly)
                .setSynonyms(includeSynonyms ? found : List.of())
                .setDocumentation(includeDocumentation ? config.documentationOf(name) : null)
                .setConfigType(wireType(type).id());
    }

    private static DescribeConfigsSynonym synonym(String name, @Nullable String text, ConfigSource source) {
        return new DescribeConfigsSynonym().setName(name).setValue(text).setSource(source.id());
    }

    private static Optional<ConfigDef.Type> brokerType(String name) {
        var keys = AbstractKafkaConfig.CONFIG_DEF.configKeys();
        for (var synonym : DynamicBrokerConfig.brokerConfigSynonyms(name, true)) {
            var key = keys.get(synonym);
            if (key != null) {
                return Optional.of(key.type);
            }
        }
        return Optional.empty();
    }

    /** What is not known may be a secret. */
    private static boolean sensitive(Optional<ConfigDef.Type> type) {
        return type.isEmpty() || type.get() == ConfigDef.Type.PASSWORD;
    }

    private static @Nullable String text(Optional<ConfigDef.Type> type, @Nullable Object value) {
        if (sensitive(type)) {
            return null;
        }
        return value instanceof String text ? text : ConfigDef.convertToString(value, type.orElseThrow());
    }

    private static ConfigType wireType(Optional<ConfigDef.Type> type) {
        return type.isEmpty() ? ConfigType.UNKNOWN : ConfigType.valueOf(type.get().name());
    }
}
