package dev.gregor.cli.cluster;

import java.util.Optional;

/**
 * The names of metadata.version's levels up to Apache Kafka 4.3.1, the newest of them not for production yet (KIP-778). A table, so
 * that a tool that prints one does not load what a server is made of.
 */
final class MetadataVersions {
    static final String FEATURE = "metadata.version";

    private static final int FIRST_LEVEL = 7;
    /** By level, from the first on. */
    private static final String[] NAMES = {
        "3.3-IV3", "3.4-IV0", "3.5-IV0", "3.5-IV1", "3.5-IV2", "3.6-IV0", "3.6-IV1", "3.6-IV2", "3.7-IV0", "3.7-IV1",
        "3.7-IV2", "3.7-IV3", "3.7-IV4", "3.8-IV0", "3.9-IV0", "4.0-IV0", "4.0-IV1", "4.0-IV2", "4.0-IV3", "4.1-IV0",
        "4.1-IV1", "4.2-IV0", "4.2-IV1", "4.3-IV0", "4.4-IV0"
    };

    /** The newest that is for production. */
    static final String LATEST_PRODUCTION = "4.3-IV0";

    private static final int LATEST_PRODUCTION_LEVEL = 30;

    private MetadataVersions() {}

    /** The name of a level; empty for one that this release does not know. */
    static Optional<String> nameOf(int level) {
        int index = level - FIRST_LEVEL;
        return index < 0 || index >= NAMES.length ? Optional.empty() : Optional.of(NAMES[index]);
    }

    /**
     * The level of a version: {@code 3.7-IV2}, or of the last of a release: {@code 3.7}, {@code 3.7.1}.
     *
     * @throws IllegalArgumentException in Kafka's words for any other
     */
    static short levelOf(String version) {
        var segments = version.split("\\.", 0);
        var key = segments.length <= 2 ? version : segments[0] + "." + segments[1];
        for (int i = NAMES.length - 1; i >= 0; i--) {
            boolean released = i + FIRST_LEVEL <= LATEST_PRODUCTION_LEVEL;
            if (NAMES[i].equals(key) || (released && NAMES[i].startsWith(key + "-IV"))) {
                return (short) (i + FIRST_LEVEL);
            }
        }
        throw new IllegalArgumentException("Unknown metadata.version '" + version
                + "'. Supported metadata.version are: " + String.join(", ", NAMES));
    }
}
