package dev.gregor.cli.offsets;

/** What a leader says about one place in its partition. */
public sealed interface ListedOffset {
    /** The offset asked for; -1 when there is none, as for a time after the last record. */
    record Found(long offset) implements ListedOffset {}

    /**
     * It cannot or may not say.
     *
     * @param code the protocol's error code
     */
    record Refused(short code, String message) implements ListedOffset {}
}
