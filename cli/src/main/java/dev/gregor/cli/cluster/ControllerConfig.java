package dev.gregor.cli.cluster;

import dev.gregor.protocol.ClusterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.Uuid;

/** What a controller's own configuration file says of it: all that a quorum needs to know to take it in (KIP-853). */
final class ControllerConfig {
    private static final String WRONG_FILE = "Is this a valid controller configuration file?";

    private final Properties properties;

    ControllerConfig(Properties properties) {
        this.properties = properties;
    }

    int nodeId() {
        var id = properties.getProperty("node.id");
        if (id == null) {
            throw new ClusterException("node.id not found in configuration file. " + WRONG_FILE);
        }
        int nodeId = Integer.parseInt(id);
        if (nodeId < 0) {
            throw new ClusterException("node.id was negative in configuration file. " + WRONG_FILE);
        }
        if (!properties.getProperty("process.roles", "").contains("controller")) {
            throw new ClusterException(
                    "process.roles did not contain 'controller' in configuration file. " + WRONG_FILE);
        }
        return nodeId;
    }

    /** The id of the directory that holds the metadata log, from its {@code meta.properties}. */
    Uuid directoryId() {
        var directory = metadataDirectory();
        var meta = new Properties();
        try (var in = Files.newInputStream(Path.of(directory, "meta.properties"))) {
            meta.load(in);
        } catch (IOException unreadable) {
            throw new ClusterException("Unable to read meta.properties from " + directory, unreadable);
        }
        var id = meta.getProperty("directory.id");
        if (id == null) {
            throw new ClusterException("No directory id found in " + directory);
        }
        return Uuid.fromString(id);
    }

    private String metadataDirectory() {
        var ofMetadata = properties.getProperty("metadata.log.dir");
        if (ofMetadata != null) {
            return ofMetadata;
        }
        var all = properties.getProperty("log.dirs");
        if (all == null) {
            throw new ClusterException("Neither metadata.log.dir nor log.dirs were found. Is this a valid controller "
                    + "configuration file?");
        }
        int comma = all.trim().indexOf(',');
        return comma < 0 ? all.trim() : all.trim().substring(0, comma);
    }

    /** Where it listens as a controller; advertised listeners go before others of the same name. */
    List<Quorum.Endpoint> endpoints() {
        var byListener = new HashMap<String, Quorum.Endpoint>();
        addEndpoints(byListener, "listeners");
        addEndpoints(byListener, "advertised.listeners");
        var names = properties.getProperty("controller.listener.names");
        if (names == null) {
            throw new ClusterException("controller.listener.names was not found. " + WRONG_FILE);
        }
        var endpoints = new ArrayList<Quorum.Endpoint>();
        for (var given : names.split(",", 0)) {
            var name = given.toUpperCase(Locale.ROOT);
            var endpoint = byListener.get(name);
            if (endpoint == null) {
                throw new ClusterException("Cannot find information about controller listener name: " + name);
            }
            if (!endpoints.contains(endpoint)) {
                endpoints.add(endpoint);
            }
        }
        return endpoints;
    }

    private void addEndpoints(Map<String, Quorum.Endpoint> byListener, String key) {
        for (var given : properties.getProperty(key, "").split(",", 0)) {
            var text = given.strip();
            if (text.isEmpty()) {
                continue;
            }
            int scheme = text.indexOf("://");
            int colon = text.lastIndexOf(':');
            if (scheme < 0 || colon < scheme + "://".length()) {
                throw new ClusterException("Unable to parse " + text + " to a broker endpoint");
            }
            var host = text.substring(scheme + "://".length(), colon);
            if (host.startsWith("[") && host.endsWith("]")) {
                host = host.substring(1, host.length() - 1);
            }
            var name = text.substring(0, scheme).toUpperCase(Locale.ROOT);
            byListener.put(
                    name,
                    new Quorum.Endpoint(
                            name, host.isEmpty() ? "localhost" : host, Integer.parseInt(text.substring(colon + 1))));
        }
    }
}
