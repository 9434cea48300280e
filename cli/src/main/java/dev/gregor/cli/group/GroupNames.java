package dev.gregor.cli.group;

import java.util.List;
import java.util.Locale;

/** The names of groups' types and states as Kafka writes them, read without regard to case. */
final class GroupNames {
    static final String UNKNOWN = "Unknown";
    static final String CLASSIC = "Classic";
    static final String CONSUMER = "Consumer";
    static final String SHARE = "Share";
    static final String STREAMS = "Streams";

    static final String STABLE = "Stable";
    static final String DEAD = "Dead";
    static final String EMPTY = "Empty";
    static final String NOT_READY = "NotReady";
    static final String ASSIGNING = "Assigning";
    static final String RECONCILING = "Reconciling";
    static final String PREPARING_REBALANCE = "PreparingRebalance";
    static final String COMPLETING_REBALANCE = "CompletingRebalance";

    static final List<String> TYPES = List.of(CLASSIC, CONSUMER, SHARE, STREAMS);
    static final List<String> CONSUMER_STATES =
            List.of(PREPARING_REBALANCE, COMPLETING_REBALANCE, STABLE, DEAD, EMPTY, ASSIGNING, RECONCILING);
    static final List<String> STREAMS_STATES = List.of(STABLE, DEAD, EMPTY, ASSIGNING, RECONCILING, NOT_READY);
    static final List<String> SHARE_STATES = List.of(STABLE, DEAD, EMPTY);

    static final List<String> STATES =
            List.of(PREPARING_REBALANCE, COMPLETING_REBALANCE, STABLE, DEAD, EMPTY, ASSIGNING, RECONCILING, NOT_READY);

    private GroupNames() {}

    /** The type of this name, or {@link #UNKNOWN}. */
    static String type(String name) {
        return named(name, TYPES);
    }

    /** The state of this name, or {@link #UNKNOWN}. */
    static String state(String name) {
        return named(name, STATES);
    }

    private static String named(String name, List<String> known) {
        var wanted = name.toLowerCase(Locale.ROOT);
        for (var candidate : known) {
            if (candidate.toLowerCase(Locale.ROOT).equals(wanted)) {
                return candidate;
            }
        }
        return UNKNOWN;
    }
}
