package dev.gregor.broker.network;

import org.apache.kafka.common.security.auth.SecurityProtocol;

/**
 * One of {@code listeners}.
 *
 * @param host address to bind, or empty for all
 * @param port 0 for a free one
 */
public record Listener(String name, String host, int port, SecurityProtocol securityProtocol) {
    public Listener {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a listener needs a name");
        }
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("listener " + name + ": no such port: " + port);
        }
    }

    @Override
    public String toString() {
        return name + "://" + host + ":" + port;
    }
}
