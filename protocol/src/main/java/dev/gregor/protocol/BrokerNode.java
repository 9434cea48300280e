package dev.gregor.protocol;

import java.util.Optional;

/** A broker as the cluster's metadata names it: its id, where clients reach it, and its rack if it has one. */
public record BrokerNode(int id, String host, int port, Optional<String> rack) {
    /** Where clients reach it. */
    public Address address() {
        return new Address(host, port);
    }
}
