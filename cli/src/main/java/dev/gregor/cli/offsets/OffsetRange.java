package dev.gregor.cli.offsets;

import java.util.Optional;

/**
 * From one place up to another, which is not part of it.
 *
 * @param from where it begins; {@link OffsetPoint.Start} where the left side was left open
 * @param to where it ends; empty for what has no end: a single place, or a range whose right side was left open
 */
public record OffsetRange(OffsetPoint from, Optional<OffsetPoint> to) {
    /** From this place on. */
    public static OffsetRange from(OffsetPoint from) {
        return new OffsetRange(from, Optional.empty());
    }

    /** From one place up to another. */
    public static OffsetRange between(OffsetPoint from, OffsetPoint to) {
        return new OffsetRange(from, Optional.of(to));
    }
}
