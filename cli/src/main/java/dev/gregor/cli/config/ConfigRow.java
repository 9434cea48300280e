package dev.gregor.cli.config;

import dev.gregor.cli.output.Row;
import java.util.ArrayList;
import java.util.Optional;

/** A config as {@code gregor config} shows it. */
final class ConfigRow {
    /** What stands for a value that the cluster keeps to itself. */
    static final String SECRET = "(secret)";

    private ConfigRow() {}

    static Row of(String resource, ConfigEntry entry) {
        var elsewhere = new ArrayList<String>();
        Optional<String> ofDefault = Optional.empty();
        for (var synonym : entry.synonyms()) {
            var value = value(entry, synonym.value());
            elsewhere.add(source(synonym.source()) + ": " + synonym.name() + "=" + value);
            ofDefault = synonym.source() == ConfigSource.DEFAULT ? Optional.of(value) : ofDefault;
        }
        return new Row()
                .with("resource", resource)
                .with("name", entry.name())
                .with("value", value(entry, entry.value()))
                .with("source", source(entry.source()))
                .withDetail("default", ofDefault)
                .withDetail("sensitive", entry.isSensitive())
                .withDetail("readOnly", entry.isReadOnly())
                .withDetail("synonyms", elsewhere);
    }

    static String value(ConfigEntry entry, Optional<String> value) {
        return entry.isSensitive() ? SECRET : value.orElse("");
    }

    /** Where a value was set, in a word. */
    private static String source(byte source) {
        return switch (source) {
            case ConfigSource.TOPIC -> "topic";
            case ConfigSource.BROKER -> "broker";
            case ConfigSource.BROKERS -> "brokers";
            case ConfigSource.FILE -> "file";
            case ConfigSource.DEFAULT -> "default";
            case ConfigSource.LOGGER -> "logger";
            case ConfigSource.METRICS -> "metrics";
            case ConfigSource.GROUP -> "group";
            default -> "unknown";
        };
    }
}
