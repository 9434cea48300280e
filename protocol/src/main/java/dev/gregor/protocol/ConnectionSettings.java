package dev.gregor.protocol;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * Where a cluster is and how to talk to it, from the keys kafka-clients knows.
 *
 * @param bootstrap where to ask first, at least one
 * @param timeoutMs for each question, retries and reconnects included; above 0
 * @param clientId  {@code client.id}, seen in the brokers' logs and quotas
 */
public record ConnectionSettings(List<Address> bootstrap, int timeoutMs, String clientId) {
    /** Long enough for a controller to change, short enough for someone who mistyped a port. */
    public static final int DEFAULT_TIMEOUT_MS = 10_000;

    private static final String SUPPORTED_PROTOCOL = "PLAINTEXT";

    public ConnectionSettings {
        bootstrap = List.copyOf(bootstrap);
        if (bootstrap.isEmpty() || timeoutMs <= 0) {
            throw new IllegalArgumentException("a connection needs an address and a time-out above 0 ms");
        }
    }

    /** To these addresses ({@code host:port,host:port}), all else by default. */
    public static ConnectionSettings to(String bootstrap) {
        return new ConnectionSettings(Address.parseList(bootstrap), DEFAULT_TIMEOUT_MS, "gregor");
    }

    /**
     * To these addresses, with the properties of a client as in Kafka's {@code --command-config}.
     *
     * @throws ClusterException when the properties ask for what is not supported yet
     */
    public static ConnectionSettings to(String bootstrap, Properties properties) {
        var protocol = properties.getProperty("security.protocol", SUPPORTED_PROTOCOL);
        if (!protocol.strip().toUpperCase(Locale.ROOT).equals(SUPPORTED_PROTOCOL)) {
            throw new ClusterException("security.protocol=" + protocol + " is not supported yet, only "
                    + SUPPORTED_PROTOCOL + "; use a listener with that protocol.");
        }
        return new ConnectionSettings(
                Address.parseList(bootstrap), DEFAULT_TIMEOUT_MS, properties.getProperty("client.id", "gregor"));
    }

    /** The same with another time-out. */
    public ConnectionSettings withTimeoutMs(int newTimeoutMs) {
        return new ConnectionSettings(bootstrap, newTimeoutMs, clientId);
    }

    /**
     * Reads a client properties file.
     *
     * @throws ClusterException naming the file when it cannot be read
     */
    public static Properties readProperties(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException missing) {
            throw new ClusterException("no such file: " + file, missing);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ClusterException("cannot read " + file + ": " + unreadable.getMessage(), unreadable);
        }
        return properties;
    }
}
