package dev.gregor.cli.completion;

import java.util.List;

/**
 * What {@code kafka-configs.sh} can complete once its line says which kind of entity it means: lists that do not depend on
 * the cluster. Topics' and brokers' keys are asked for.
 */
final class EntityKinds {
    private static final List<String> OF_CLIENTS =
            List.of("consumer_byte_rate", "controller_mutation_rate", "producer_byte_rate", "request_percentage");
    private static final List<String> OF_USERS = List.of(
            "SCRAM-SHA-256",
            "SCRAM-SHA-512",
            "consumer_byte_rate",
            "controller_mutation_rate",
            "producer_byte_rate",
            "request_percentage");
    private static final List<String> OF_IPS = List.of("connection_creation_rate");
    private static final List<String> OF_CLIENT_METRICS = List.of("interval.ms", "match", "metrics");

    /** Sorted by bytes, as all lists that the script for bash searches by halving. */
    static final List<String> OF_GROUPS = List.of(
            "consumer.assignment.interval.ms",
            "consumer.heartbeat.interval.ms",
            "consumer.session.timeout.ms",
            "share.assignment.interval.ms",
            "share.auto.offset.reset",
            "share.delivery.count.limit",
            "share.heartbeat.interval.ms",
            "share.isolation.level",
            "share.partition.max.record.locks",
            "share.record.lock.duration.ms",
            "share.renew.acknowledge.enable",
            "share.session.timeout.ms",
            "streams.assignment.interval.ms",
            "streams.heartbeat.interval.ms",
            "streams.initial.rebalance.delay.ms",
            "streams.num.standby.replicas",
            "streams.session.timeout.ms");

    private EntityKinds() {}

    /** A script with these lists in the places that are marked for them. */
    static String fill(String script) {
        return script.replace("CONFIGS_OF_USERS", String.join(" ", OF_USERS))
                .replace("CONFIGS_OF_CLIENT_METRICS", String.join(" ", OF_CLIENT_METRICS))
                .replace("CONFIGS_OF_CLIENTS", String.join(" ", OF_CLIENTS))
                .replace("CONFIGS_OF_IPS", String.join(" ", OF_IPS))
                .replace("CONFIGS_OF_GROUPS", String.join(" ", OF_GROUPS));
    }
}
