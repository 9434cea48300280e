package dev.gregor.cli.config;

import java.util.ArrayList;
import java.util.List;

/** What {@code gregor config} can be asked about, in its words. */
enum ConfigNoun {
    /** A topic. */
    topic(ConfigKind.TOPIC),
    /** A broker, or {@code default} for all of them. */
    broker(ConfigKind.BROKER),
    /** The loggers of a broker. */
    logger(ConfigKind.BROKER_LOGGER),
    /** A group. */
    group(ConfigKind.GROUP),
    /** What brokers ask of clients' metrics. */
    metrics(ConfigKind.CLIENT_METRICS);

    /** The name of what holds for all brokers. */
    static final String DEFAULT = "default";

    private final ConfigKind kind;

    ConfigNoun(ConfigKind kind) {
        this.kind = kind;
    }

    ConfigKind kind() {
        return kind;
    }

    /** Whether it begins to exist by being given a config. */
    boolean isMadeByConfig() {
        return this == group || this == metrics;
    }

    ConfigResource resource(String name) {
        return new ConfigResource(kind, this == broker && name.equals(DEFAULT) ? "" : name);
    }

    /** Every name there is. */
    List<String> names(ConfigNames all) {
        var names = new ArrayList<>(all.of(kind));
        if (this == broker) {
            names.add(DEFAULT);
        }
        return names;
    }
}
