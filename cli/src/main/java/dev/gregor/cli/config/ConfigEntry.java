package dev.gregor.cli.config;

import java.util.List;
import java.util.Optional;

/**
 * One config of a resource.
 *
 * @param value     empty for a secret, and for what has no value
 * @param source    the protocol's number of where the value comes from; {@link ConfigSource} names it
 * @param synonyms  the places looked at for the value, the nearest first; empty unless asked for
 */
public record ConfigEntry(
        String name,
        Optional<String> value,
        byte source,
        boolean isSensitive,
        boolean isReadOnly,
        List<Synonym> synonyms) {
    public ConfigEntry {
        synonyms = List.copyOf(synonyms);
    }

    /** A place a value may come from, and the value there. */
    public record Synonym(String name, Optional<String> value, byte source) {}
}
