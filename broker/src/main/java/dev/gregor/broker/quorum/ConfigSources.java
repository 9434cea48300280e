package dev.gregor.broker.quorum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.message.DescribeConfigsResponseData.DescribeConfigsSynonym;
import org.apache.kafka.common.requests.DescribeConfigsResponse.ConfigSource;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.jspecify.annotations.Nullable;

/**
 * Where a broker's config may come from, in the order in which they win: this broker's dynamic configs, all brokers' dynamic
 * configs, {@code server.properties}, the default.
 */
record ConfigSources(AbstractKafkaConfig kafka, Map<String, String> ofThisBroker, Map<String, String> ofAllBrokers) {

    /** @return each place where the config or one of its synonyms is set, the one that wins first */
    List<DescribeConfigsSynonym> of(String name, List<String> synonyms, boolean sensitive) {
        var found = new ArrayList<DescribeConfigsSynonym>();
        add(found, synonyms, ofThisBroker::get, ConfigSource.DYNAMIC_BROKER_CONFIG, sensitive);
        add(found, synonyms, ofAllBrokers::get, ConfigSource.DYNAMIC_DEFAULT_BROKER_CONFIG, sensitive);
        add(found, synonyms, this::ofFile, ConfigSource.STATIC_BROKER_CONFIG, sensitive);
        add(found, synonyms, ConfigSources::byDefault, ConfigSource.DEFAULT_CONFIG, sensitive);
        while (!found.isEmpty() && !found.get(0).name().equals(name)) {
            found.remove(0);
        }
        return found;
    }

    /** @return dynamic configs with their values as the definition parses them */
    Map<String, Object> parsedDynamic() {
        var parsed = new HashMap<String, Object>();
        for (var configs : List.of(ofAllBrokers, ofThisBroker)) {
            configs.forEach((name, value) -> {
                var key = AbstractKafkaConfig.CONFIG_DEF.configKeys().get(name);
                parsed.put(name, key == null ? value : ConfigDef.parseType(name, value, key.type));
            });
        }
        return parsed;
    }

    private @Nullable String ofFile(String name) {
        var value = kafka.originals().get(name);
        return value == null ? null : value.toString();
    }

    private static @Nullable String byDefault(String name) {
        var key = AbstractKafkaConfig.CONFIG_DEF.configKeys().get(name);
        return key == null || !key.hasDefault() || key.defaultValue == null
                ? null
                : ConfigDef.convertToString(key.defaultValue, key.type);
    }

    private static void add(
            List<DescribeConfigsSynonym> found,
            List<String> names,
            Function<String, @Nullable String> values,
            ConfigSource source,
            boolean sensitive) {
        for (var name : names) {
            var value = values.apply(name);
            if (value != null) {
                found.add(new DescribeConfigsSynonym()
                        .setName(name)
                        .setValue(sensitive ? null : value)
                        .setSource(source.id()));
            }
        }
    }
}
