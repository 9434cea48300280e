package dev.gregor.broker.storage;

/** What a read of a log found. */
public sealed interface LogRead {
    /**
     * Batches, or none if the offset is the end of what may be read.
     *
     * @param slice the batches; the first may begin before the offset asked for
     */
    record Found(LogSlice slice) implements LogRead {}

    /** Nothing at or after the offset may be read yet. */
    record Nothing() implements LogRead {}

    /** The offset lies outside of the log: OFFSET_OUT_OF_RANGE. */
    record OutOfRange(long logStartOffset, long logEndOffset) implements LogRead {}
}
