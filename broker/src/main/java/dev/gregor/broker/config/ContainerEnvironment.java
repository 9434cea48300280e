package dev.gregor.broker.config;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code KAFKA_…} variables as Apache Kafka's container image maps them to keys: the prefix goes, {@code _} becomes {@code .},
 * {@code __} becomes {@code _}, {@code ___} becomes {@code -}, all in lower case.
 *
 * <p>Unlike the image, names that map to no known key and resemble none are passed over without a word: a shell may hold {@code
 * KAFKA_HOME} and the like.
 */
final class ContainerEnvironment {
    private static final String PREFIX = "KAFKA_";

    /** Variables of the image and of Kafka's scripts that are not keys of server.properties. */
    private static final Set<String> NOT_KEYS = Set.of(
            "KAFKA_VERSION",
            "KAFKA_HEAP_OPTS",
            "KAFKA_LOG4J_OPTS",
            "KAFKA_LOG4J_CMD_OPTS",
            "KAFKA_OPTS",
            "KAFKA_JMX_OPTS",
            "KAFKA_JMX_PORT",
            "KAFKA_JMX_HOSTNAME",
            "KAFKA_JVM_PERFORMANCE_OPTS",
            "KAFKA_GC_LOG_OPTS",
            "KAFKA_LOG4J_ROOT_LOGLEVEL",
            "KAFKA_LOG4J_LOGGERS",
            "KAFKA_TOOLS_LOG4J_LOGLEVEL",
            "KAFKA_DEBUG",
            "KAFKA_HOME",
            "KAFKA_MODE");

    private ContainerEnvironment() {}

    /** @return keys and values, by no check of whether the keys exist */
    static Map<String, String> properties(Map<String, String> environment) {
        var properties = new TreeMap<String, String>();
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !NOT_KEYS.contains(name) && !name.startsWith("KAFKA_LOG4J")) {
                properties.put(key(name.substring(PREFIX.length())), value);
            }
        });
        return properties;
    }

    static String key(String name) {
        var key = new StringBuilder(name.length());
        int at = 0;
        while (at < name.length()) {
            if (name.startsWith("___", at)) {
                key.append('-');
                at += 3;
            } else if (name.startsWith("__", at)) {
                key.append('_');
                at += 2;
            } else {
                key.append(name.charAt(at) == '_' ? '.' : name.charAt(at));
                at++;
            }
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }
}
