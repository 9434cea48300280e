package dev.gregor.cli.config;

/** Names for the protocol's numbers of where a config's value comes from (KIP-226), as kafka-clients has them. */
final class ConfigSource {
    private ConfigSource() {}

    static String nameOf(byte source) {
        return switch (source) {
            case 1 -> "DYNAMIC_TOPIC_CONFIG";
            case 2 -> "DYNAMIC_BROKER_CONFIG";
            case 3 -> "DYNAMIC_DEFAULT_BROKER_CONFIG";
            case 4 -> "STATIC_BROKER_CONFIG";
            case 5 -> "DEFAULT_CONFIG";
            case 6 -> "DYNAMIC_BROKER_LOGGER_CONFIG";
            case 7 -> "DYNAMIC_CLIENT_METRICS_CONFIG";
            case 8 -> "DYNAMIC_GROUP_CONFIG";
            default -> "UNKNOWN";
        };
    }
}
