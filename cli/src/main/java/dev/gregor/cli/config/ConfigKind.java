package dev.gregor.cli.config;

import java.util.Optional;

/** What has configs: the protocol's resource types. */
public enum ConfigKind {
    /** A topic. */
    TOPIC("topics", 2, ConfigSource.TOPIC),
    /** A broker, or with an empty name the default of all brokers. */
    BROKER("brokers", 4, ConfigSource.BROKER),
    /** The loggers of a broker. */
    BROKER_LOGGER("broker-loggers", 8, ConfigSource.LOGGER),
    /** What the brokers ask of clients' metrics (KIP-714). */
    CLIENT_METRICS("client-metrics", 16, ConfigSource.METRICS),
    /** A group. */
    GROUP("groups", 32, ConfigSource.GROUP);

    private final String plural;
    private final byte type;
    private final byte ownSource;

    ConfigKind(String plural, int type, byte ownSource) {
        this.plural = plural;
        this.type = (byte) type;
        this.ownSource = ownSource;
    }

    /** As {@code --entity-type} of Kafka's tools names it. */
    public String plural() {
        return plural;
    }

    /** The protocol's number. */
    byte type() {
        return type;
    }

    /** The source of a config that was set for a resource of this kind itself. */
    byte ownSource() {
        return ownSource;
    }

    /** The kind that {@code --entity-type} names so, if it is one with configs. */
    static Optional<ConfigKind> ofPlural(String plural) {
        for (var kind : values()) {
            if (kind.plural.equals(plural)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
