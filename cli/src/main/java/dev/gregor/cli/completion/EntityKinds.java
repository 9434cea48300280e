package dev.gregor.cli.completion;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@code kafka-configs.sh} can complete once its line says which kind of entity it means: lists that do not depend on
 * the cluster. Topics' and brokers' keys are asked for.
 */
public final class EntityKinds {
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

    /**
     * What {@code gregor config} takes in this place.
     *
     * @param arguments the words before, the kind first
     */
    public static Values values(Values.OfEntity wanted, List<String> arguments) {
        boolean names = wanted.part() == Values.OfEntity.Part.names;
        return switch (arguments.isEmpty() ? "" : arguments.get(0)) {
            case "topic" -> new Values.Live(names ? NameKind.TOPIC : NameKind.TOPIC_CONFIG, wanted.suffix());
            case "broker" -> new Values.Live(names ? NameKind.BROKER : NameKind.BROKER_CONFIG, wanted.suffix());
            case "logger" -> names ? new Values.Live(NameKind.BROKER, wanted.suffix()) : new Values.Anything();
            case "group" -> names ? new Values.Live(NameKind.GROUP, wanted.suffix()) : words(OF_GROUPS, wanted);
            case "metrics" -> names ? new Values.Anything() : words(OF_CLIENT_METRICS, wanted);
            default -> new Values.Anything();
        };
    }

    private static Values words(List<String> keys, Values.OfEntity wanted) {
        var words = new ArrayList<String>();
        keys.forEach(key -> words.add(key + wanted.suffix().text()));
        return new Values.Words(words);
    }

    /** A script with these lists in the places that are marked for them. */
    static String fill(String script) {
        return script.replace("CONFIGS_OF_USERS", String.join(" ", OF_USERS))
                .replace("CONFIGS_OF_CLIENT_METRICS", String.join(" ", OF_CLIENT_METRICS))
                .replace("CONFIGS_OF_CLIENTS", String.join(" ", OF_CLIENTS))
                .replace("CONFIGS_OF_IPS", String.join(" ", OF_IPS))
                .replace("CONFIGS_OF_GROUPS", String.join(" ", OF_GROUPS));
    }
}
