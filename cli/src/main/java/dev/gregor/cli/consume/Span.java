package dev.gregor.cli.consume;

import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * What is to be read of one partition.
 *
 * @param logStart its log start offset when reading began
 * @param logEnd   its end then: the high watermark, or the last stable offset
 * @param from     the first offset to read, which may be one that is yet to come
 * @param to       the first one not to read; empty to go on for ever
 */
record Span(TopicPartition partition, long logStart, long logEnd, long from, OptionalLong to) {
    /** How many offsets it spans; 0 for one without an end. */
    long length() {
        return to.isPresent() ? Math.max(0, to.getAsLong() - from) : 0;
    }

    /** Where to begin to fetch: there is nothing to fetch beyond the log's end yet. */
    long seekTo() {
        return Math.min(from, logEnd);
    }

    /** Whether a record of this offset is part of it. */
    boolean holds(long offset) {
        return offset >= from && (to.isEmpty() || offset < to.getAsLong());
    }

    /** Its last offsets only, so many at most. */
    Span last(long count) {
        return to.isPresent() && length() > count
                ? new Span(partition, logStart, logEnd, to.getAsLong() - count, to)
                : this;
    }

    /** The same from this offset on. */
    Span from(long offset) {
        return new Span(partition, logStart, logEnd, offset, to);
    }

    /** The one that begins earlier. */
    static Span longer(Span left, Span right) {
        return left.from <= right.from ? left : right;
    }

    /** What comes after it. */
    Span following() {
        return new Span(partition, logStart, logEnd, to.orElse(from), OptionalLong.empty());
    }

    /** The same up to where the log ended. */
    Span bounded() {
        long end = Math.min(logEnd, to.orElse(logEnd));
        return new Span(partition, logStart, logEnd, from, OptionalLong.of(Math.max(from, end)));
    }
}
