package dev.gregor.cli.offsets;

import java.util.OptionalLong;

/** What became of a range in one partition. */
public sealed interface Resolution {
    /**
     * Offsets, as they were meant: a number that was written out may lie outside of the partition.
     *
     * @param start the log start offset
     * @param end   the high watermark, or the last stable offset
     * @param from  where the range begins
     * @param to    where it ends, exclusive; empty for a range without an end
     */
    record Range(long start, long end, long from, OptionalLong to) implements Resolution {
        /** The same with both sides inside the partition. */
        public Range clamped() {
            return new Range(
                    start,
                    end,
                    clamp(from),
                    to.isPresent() ? OptionalLong.of(clamp(to.getAsLong())) : OptionalLong.empty());
        }

        private long clamp(long offset) {
            return Math.min(end, Math.max(start, offset));
        }
    }

    /** {@code committed:GROUP} where the group has committed nothing for the partition. */
    record NotCommitted(long start, long end, String group) implements Resolution {
        /** What to tell. */
        public String message() {
            return "group '" + group + "' has no committed offset";
        }
    }

    /**
     * The leader cannot or may not say.
     *
     * @param code the protocol's error code
     */
    record Refused(short code, String message) implements Resolution {}
}
