package dev.gregor.protocol.security;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** Security keys as kafka-clients' own classes take them: typed, with defaults, passwords wrapped. */
final class ClientConfigs {
    private ClientConfigs() {}

    /**
     * The keys {@code ssl.*} and {@code sasl.*}, and any other as it was given.
     *
     * @throws org.apache.kafka.common.config.ConfigException naming a key whose value is none
     */
    static Map<String, ?> of(Security security) {
        var definition = new ConfigDef().withClientSslSupport().withClientSaslSupport();
        var configs = new HashMap<String, Object>(security.keys());
        configs.putAll(new AbstractConfig(definition, security.keys(), false).values());
        return configs;
    }
}
