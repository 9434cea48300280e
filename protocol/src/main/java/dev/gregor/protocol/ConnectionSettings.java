package dev.gregor.protocol;

import dev.gregor.protocol.security.ConfigVariables;
import dev.gregor.protocol.security.Security;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.KafkaException;

/**
 * Where a cluster is and how to talk to it, from the keys kafka-clients knows.
 *
 * @param bootstrap where to ask first, at least one
 * @param timeoutMs for each question, retries and reconnects included; above 0
 * @param clientId  {@code client.id}, seen in the brokers' logs and quotas
 * @param security  encryption and authentication
 */
public record ConnectionSettings(List<Address> bootstrap, int timeoutMs, String clientId, Security security) {
    /** Long enough for a controller to change, short enough for someone who mistyped a port. */
    public static final int DEFAULT_TIMEOUT_MS = 10_000;

    private static final String DEFAULT_CLIENT_ID = "gregor";

    public ConnectionSettings {
        bootstrap = List.copyOf(bootstrap);
        if (bootstrap.isEmpty() || timeoutMs <= 0) {
            throw new IllegalArgumentException("a connection needs an address and a time-out above 0 ms");
        }
    }

    /** To these addresses ({@code host:port,host:port}), all else by default. */
    public static ConnectionSettings to(String bootstrap) {
        return new ConnectionSettings(
                Address.parseList(bootstrap), DEFAULT_TIMEOUT_MS, DEFAULT_CLIENT_ID, Security.NONE);
    }

    /**
     * To these addresses, with the properties of a client as in Kafka's {@code --command-config}.
     *
     * @throws IllegalArgumentException naming an address or a value that is none
     * @throws ClusterException when a value that {@code config.providers} should fetch cannot be had
     */
    public static ConnectionSettings to(String bootstrap, Properties properties) {
        try {
            var resolved = ConfigVariables.resolved(properties);
            return new ConnectionSettings(
                    Address.parseList(bootstrap),
                    DEFAULT_TIMEOUT_MS,
                    resolved.getProperty("client.id", DEFAULT_CLIENT_ID),
                    Security.of(resolved));
        } catch (KafkaException wrong) {
            throw new ClusterException(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /** The same with another time-out. */
    public ConnectionSettings withTimeoutMs(int newTimeoutMs) {
        return new ConnectionSettings(bootstrap, newTimeoutMs, clientId, security);
    }

    /**
     * Reads a client properties file.
     *
     * @throws ClusterException naming the file when it cannot be read
     */
    public static Properties readProperties(Path file) {
        var properties = new Properties();
        // As Java reads such files: Latin-1. A password beyond it must come out as the broker read its own.
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (NoSuchFileException missing) {
            throw new ClusterException("no such file: " + file, missing);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ClusterException("cannot read " + file + ": " + unreadable.getMessage(), unreadable);
        }
        return properties;
    }
}
