package dev.gregor.cli.clients;

import dev.gregor.protocol.ConnectionSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.CommonClientConfigs;

/** Properties of a Kafka client as the options of Kafka's tools give them. */
public final class ClientProperties {
    private static final String ENABLE_METRICS_PUSH = "enable.metrics.push";

    private ClientProperties() {}

    /** The pairs {@code name=value} in their order; without a value it is the empty string. */
    public static Map<String, String> ofPairs(List<String> pairs) {
        var properties = new TreeMap<String, String>();
        for (var pair : pairs) {
            int equals = pair.indexOf('=');
            properties.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
        }
        return properties;
    }

    /** The properties of the file, if one is named. */
    public static Map<String, String> ofFile(Optional<String> file) {
        var properties = new TreeMap<String, String>();
        if (file.isPresent()) {
            var read = ConnectionSettings.readProperties(Path.of(file.get()));
            for (var name : read.stringPropertyNames()) {
                properties.put(name, read.getProperty(name));
            }
        }
        return properties;
    }

    /**
     * As kafka-clients takes them, with what a short run has no use for left out unless it is asked for: metrics pushed to
     * the brokers (KIP-714) and JMX beans. Both cost a start more than the records do.
     */
    public static Properties forShortRun(Map<String, String> properties) {
        var all = new Properties();
        all.put(ENABLE_METRICS_PUSH, "false");
        if (System.getProperty("com.sun.management.jmxremote") == null) {
            all.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        }
        all.putAll(properties);
        return all;
    }
}
