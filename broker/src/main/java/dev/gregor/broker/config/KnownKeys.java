package dev.gregor.broker.config;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Tells keys that mean something from those that do not, and finds what was meant. */
final class KnownKeys {
    /** Beyond this many edits a guess is more confusing than none. */
    private static final int MOST_EDITS = 4;

    /** Keys of ZooKeeper's days. */
    static final String ZOOKEEPER_PREFIX = "zookeeper.";

    /** Keys that are read by plug-ins, clients and listeners under names of their own. */
    private static final Set<String> PREFIXES = Set.of(
            "listener.name.",
            "confluent.",
            "metric.reporters.",
            "remote.log.storage.manager.impl.",
            "rlmm.config.",
            "rsm.config.",
            "sasl.",
            "ssl.",
            "group.coordinator.",
            "plugin.");

    private final Collection<String> names;

    KnownKeys(Collection<String> names) {
        this.names = names;
    }

    boolean knows(String key) {
        if (names.contains(key)) {
            return true;
        }
        for (var prefix : PREFIXES) {
            if (key.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** @return the known key with the fewest edits from this one, if it is near enough to be what was meant */
    Optional<String> nearest(String key) {
        int most = Math.min(MOST_EDITS, Math.max(1, key.length() / 3));
        String best = "";
        int fewest = most + 1;
        for (var name : names) {
            if (Math.abs(name.length() - key.length()) < fewest) {
                int edits = edits(key, name);
                if (edits < fewest || (edits == fewest && edits <= most && name.compareTo(best) < 0)) {
                    fewest = edits;
                    best = name;
                }
            }
        }
        return fewest <= most ? Optional.of(best) : Optional.empty();
    }

    /** Levenshtein's distance, in rows. */
    static int edits(String from, String to) {
        var above = new int[to.length() + 1];
        var row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                int change = above[column - 1] + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                row[column] = Math.min(change, 1 + Math.min(above[column], row[column - 1]));
            }
            var swap = above;
            above = row;
            row = swap;
        }
        return above[to.length()];
    }
}
