package dev.gregor.cli.coordinator;

import java.util.List;
import java.util.Locale;

/** The names of groups' types and states as Kafka writes them, read without regard to case. */
public final class GroupNames {
    public static final String UNKNOWN = "Unknown";
    public static final String CLASSIC = "Classic";
    public static final String CONSUMER = "Consumer";
    public static final String SHARE = "Share";
    public static final String STREAMS = "Streams";

    public static final String STABLE = "Stable";
    public static final String DEAD = "Dead";
    public static final String EMPTY = "Empty";
    static final String NOT_READY = "NotReady";
    public static final String ASSIGNING = "Assigning";
    public static final String RECONCILING = "Reconciling";
    public static final String PREPARING_REBALANCE = "PreparingRebalance";
    public static final String COMPLETING_REBALANCE = "CompletingRebalance";

    public static final List<String> TYPES = List.of(CLASSIC, CONSUMER, SHARE, STREAMS);
    public static final List<String> CONSUMER_STATES =
            List.of(PREPARING_REBALANCE, COMPLETING_REBALANCE, STABLE, DEAD, EMPTY, ASSIGNING, RECONCILING);
    public static final List<String> STREAMS_STATES = List.of(STABLE, DEAD, EMPTY, ASSIGNING, RECONCILING, NOT_READY);
    public static final List<String> SHARE_STATES = List.of(STABLE, DEAD, EMPTY);

    public static final List<String> STATES =
            List.of(PREPARING_REBALANCE, COMPLETING_REBALANCE, STABLE, DEAD, EMPTY, ASSIGNING, RECONCILING, NOT_READY);

    private GroupNames() {}

    /** The type of this name, or {@link #UNKNOWN}. */
    public static String type(String name) {
        return named(name, TYPES);
    }

    /** The state of this name, or {@link #UNKNOWN}. */
    public static String state(String name) {
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
