package dev.gregor.broker.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.server.config.AbstractKafkaConfig;

/**
 * Keys and values from their sources, the later over the earlier: the file, the environment, {@code --override}.
 *
 * @param hasFile whether someone wrote a file: what it leaves out then means what it means to Apache Kafka
 * @param clusterId for an empty folder, if the environment gives one
 * @param warnings one line each
 */
record ServerProperties(
        Map<String, String> values, boolean hasFile, Optional<String> clusterId, List<String> warnings) {
    /** The container image's name for the id that an empty folder is formatted with. */
    private static final String CLUSTER_ID = "CLUSTER_ID";

    private static final String ZOOKEEPER =
            "zookeeper.connect is ignored: ZooKeeper is no longer needed, this node keeps the cluster's metadata itself.";

    static ServerProperties read(Optional<Path> file, Map<String, String> environment, List<String> overrides) {
        var values = new HashMap<String, String>();
        file.ifPresent(path -> values.putAll(load(path)));
        return of(values, file.isPresent(), environment, overrides);
    }

    static ServerProperties of(
            Map<String, String> properties,
            boolean hasFile,
            Map<String, String> environment,
            List<String> overrides) {
        var known = new KnownKeys(AbstractKafkaConfig.CONFIG_DEF.names());
        var warnings = new ArrayList<String>();
        boolean zookeeper = false;
        var all = new TreeMap<>(properties);
        for (var variable : ContainerEnvironment.properties(environment).entrySet()) {
            if (known.knows(variable.getKey()) || variable.getKey().startsWith(KnownKeys.ZOOKEEPER_PREFIX)) {
                all.put(variable.getKey(), variable.getValue());
            } else {
                known.nearest(variable.getKey())
                        .ifPresent(near -> warnings.add(unknown(
                                variable.getKey() + " (from the environment)", Optional.of(near))));
            }
        }
        for (var override : overrides) {
            int equals = override.indexOf('=');
            if (equals <= 0) {
                throw new ConfigurationException("--override " + override + " is not of the form key=value.");
            }
            all.put(override.substring(0, equals).trim(), override.substring(equals + 1).trim());
        }
        var values = new HashMap<String, String>();
        for (var entry : all.entrySet()) {
            if (entry.getKey().startsWith(KnownKeys.ZOOKEEPER_PREFIX)) {
                zookeeper = true;
                continue;
            }
            if (!known.knows(entry.getKey())) {
                warnings.add(unknown(entry.getKey(), known.nearest(entry.getKey())));
            }
            values.put(entry.getKey(), entry.getValue());
        }
        if (zookeeper) {
            warnings.add(ZOOKEEPER);
        }
        var clusterId = Optional.ofNullable(environment.get(CLUSTER_ID)).filter(id -> !id.isBlank());
        return new ServerProperties(values, hasFile, clusterId, List.copyOf(warnings));
    }

    private static String unknown(String key, Optional<String> nearest) {
        return "unknown configuration " + key + " is ignored"
                + nearest.map(near -> "; did you mean " + near + "?").orElse(".");
    }

    private static Map<String, String> load(Path path) {
        var properties = new Properties();
        try (Reader in = Files.newBufferedReader(path)) {
            properties.load(in);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException("there is no configuration file " + path + ".", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationException(
                    "the configuration file " + path + " cannot be read: " + e.getMessage() + ".", e);
        }
        var values = new HashMap<String, String>();
        for (var name : properties.stringPropertyNames()) {
            values.put(name, properties.getProperty(name).trim());
        }
        return values;
    }
}
