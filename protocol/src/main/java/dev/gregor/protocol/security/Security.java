package dev.gregor.protocol.security;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * How to be safe with a cluster, from the keys kafka-clients knows; read no further than the protocol until it is needed.
 *
 * @param protocol {@code security.protocol}
 * @param keys     all properties given, secrets among them
 */
public record Security(SecurityProtocol protocol, Map<String, String> keys) {
    /** No encryption, no authentication. */
    public static final Security NONE = new Security(SecurityProtocol.PLAINTEXT, Map.of());

    private static final String PROTOCOL = "security.protocol";

    public Security {
        keys = Map.copyOf(keys);
    }

    /**
     * As the properties of a client say.
     *
     * @throws IllegalArgumentException when there is no such protocol
     */
    public static Security of(Properties properties) {
        var protocol = SecurityProtocol.named(properties.getProperty(PROTOCOL, SecurityProtocol.PLAINTEXT.name()));
        if (protocol == SecurityProtocol.PLAINTEXT) {
            return NONE;
        }
        var keys = new HashMap<String, String>();
        for (var name : properties.stringPropertyNames()) {
            keys.put(name, properties.getProperty(name));
        }
        return new Security(protocol, keys);
    }

    /** Without the keys: some are secret. */
    @Override
    public String toString() {
        return protocol.name();
    }
}
