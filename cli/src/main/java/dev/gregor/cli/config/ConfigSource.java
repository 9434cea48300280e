package dev.gregor.cli.config;

/** Names for the protocol's numbers of where a config's value comes from (KIP-226), as kafka-clients has them. */
final class ConfigSource {
    /** Set for the topic. */
    static final byte TOPIC = 1;
    /** Set for the broker while it runs. */
    static final byte BROKER = 2;
    /** Set for all brokers while they run. */
    static final byte BROKERS = 3;
    /** From the broker's own file. */
    static final byte FILE = 4;
    /** Kafka's own. */
    static final byte DEFAULT = 5;
    /** Set for the logger. */
    static final byte LOGGER = 6;
    /** Set for the client metrics. */
    static final byte METRICS = 7;
    /** Set for the group. */
    static final byte GROUP = 8;

    private ConfigSource() {}

    static String nameOf(byte source) {
        return switch (source) {
            case TOPIC -> "DYNAMIC_TOPIC_CONFIG";
            case BROKER -> "DYNAMIC_BROKER_CONFIG";
            case BROKERS -> "DYNAMIC_DEFAULT_BROKER_CONFIG";
            case FILE -> "STATIC_BROKER_CONFIG";
            case DEFAULT -> "DEFAULT_CONFIG";
            case LOGGER -> "DYNAMIC_BROKER_LOGGER_CONFIG";
            case METRICS -> "DYNAMIC_CLIENT_METRICS_CONFIG";
            case GROUP -> "DYNAMIC_GROUP_CONFIG";
            default -> "UNKNOWN";
        };
    }
}
