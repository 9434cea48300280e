package dev.gregor.cli.offsets;

/** One place in a partition, as it was written; {@link OffsetResolver} makes an offset of it. */
public sealed interface OffsetPoint {
    /** {@code start}: the log start offset. */
    record Start() implements OffsetPoint {}

    /** {@code end}: the high watermark, or the last stable offset for who reads committed records only. */
    record End() implements OffsetPoint {}

    /**
     * {@code +n}: so many offsets after the start, at most the end.
     *
     * @param count 0 or more
     */
    record AfterStart(long count) implements OffsetPoint {}

    /**
     * {@code -n}: so many offsets before the end, at least the start.
     *
     * @param count 0 or more
     */
    record BeforeEnd(long count) implements OffsetPoint {}

    /**
     * A number: this offset, whether the partition has it or not.
     *
     * @param offset 0 or more
     */
    record At(long offset) implements OffsetPoint {}

    /**
     * {@code @time}: the first record with this timestamp or a later one; the end where there is none.
     *
     * @param timestampMs milliseconds since 1970, 0 or more
     */
    record AtTime(long timestampMs) implements OffsetPoint {}

    /** {@code committed:GROUP}: where the group would go on. */
    record Committed(String group) implements OffsetPoint {}
}
