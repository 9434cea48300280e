package dev.gregor.broker.config;

import java.util.Map;
import org.apache.kafka.common.Reconfigurable;
import org.apache.kafka.server.config.AbstractKafkaConfig;

/**
 * The values of {@code server.properties} by Apache Kafka's own definitions. Its components that ask to be told of dynamic
 * changes are not: dynamic broker configs reach this broker's parts through the metadata image.
 */
final class ServerConfig extends AbstractKafkaConfig {
    ServerConfig(Map<String, String> properties) {
        super(CONFIG_DEF, populateSynonyms(properties), Map.of(), false);
    }

    @Override
    public void addReconfigurable(Reconfigurable reconfigurable) {}

    @Override
    public void removeReconfigurable(Reconfigurable reconfigurable) {}
}
