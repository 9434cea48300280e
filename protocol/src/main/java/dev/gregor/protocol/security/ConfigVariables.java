package dev.gregor.protocol.security;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.utils.Utils;

/** Values like {@code ${file:/run/secrets/kafka:password}}, put in by the providers of {@code config.providers} (KIP-421). */
public final class ConfigVariables {
    private static final String PROVIDERS = "config.providers";

    private ConfigVariables() {}

    /**
     * The properties with such values put in; the same when no provider is named.
     *
     * @throws IllegalArgumentException when a provider cannot be loaded; what providers throw comes through
     */
    public static Properties resolved(Properties properties) {
        var names = properties.getProperty(PROVIDERS, "").strip();
        if (names.isEmpty()) {
            return properties;
        }
        var providers = new HashMap<String, ConfigProvider>();
        try {
            for (var name : names.split("\\s*,\\s*", -1)) {
                providers.put(name, provider(name, properties));
            }
            var values = new HashMap<String, String>();
            for (var name : properties.stringPropertyNames()) {
                values.put(name, properties.getProperty(name));
            }
            var resolved = new Properties();
            resolved.putAll(new ConfigTransformer(providers).transform(values).data());
            return resolved;
        } finally {
            for (var provider : providers.values()) {
                Utils.closeQuietly(provider, "config provider");
            }
        }
    }

    private static ConfigProvider provider(String name, Properties properties) {
        var key = PROVIDERS + "." + name + ".class";
        var type = properties.getProperty(key);
        if (type == null) {
            throw new IllegalArgumentException(PROVIDERS + " names '" + name + "', but there is no " + key);
        }
        refuseUnlessAllowed(type, key);
        try {
            var provider = Utils.newInstance(type, ConfigProvider.class);
            provider.configure(parameters(PROVIDERS + "." + name + ".param.", properties));
            return provider;
        } catch (ClassNotFoundException missing) {
            throw new IllegalArgumentException(
                    key + "=" + type + ": there is no such class; put its jar into CLASSPATH", missing);
        }
    }

    /** The system property by which an embedding program may say which providers a file may name (CVE-2024-31141). */
    private static void refuseUnlessAllowed(String type, String key) {
        var allowed = System.getProperty("org.apache.kafka.automatic.config.providers");
        if (allowed != null && !List.of(allowed.split("\\s*,\\s*", -1)).contains(type)) {
            throw new IllegalArgumentException(key + "=" + type
                    + " is not allowed by the system property org.apache.kafka.automatic.config.providers");
        }
    }

    private static Map<String, String> parameters(String prefix, Properties properties) {
        var parameters = new HashMap<String, String>();
        for (var name : properties.stringPropertyNames()) {
            if (name.startsWith(prefix)) {
                parameters.put(name.substring(prefix.length()), properties.getProperty(name));
            }
        }
        return parameters;
    }
}
