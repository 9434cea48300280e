package dev.gregor.cli.offsets;

import java.util.List;
import java.util.Optional;

/**
 * What was written for all partitions of a topic.
 *
 * @param everywhere what holds for partitions that are not named; empty when only named ones are meant
 * @param named      for partitions by number; a later entry wins over an earlier one
 */
public record Offsets(Optional<OffsetRange> everywhere, List<Named> named) {
    /**
     * Partitions that have an entry of their own.
     *
     * @param first the first partition's number
     * @param last  the last one's, not below {@code first}
     */
    public record Named(int first, int last, OffsetRange range) {}

    public Offsets {
        named = List.copyOf(named);
    }

    /** The same for every partition. */
    public static Offsets everywhere(OffsetRange range) {
        return new Offsets(Optional.of(range), List.of());
    }

    /** What holds for this partition; empty when it is not meant. */
    public Optional<OffsetRange> of(int partition) {
        var range = everywhere;
        for (var entry : named) {
            if (entry.first() <= partition && partition <= entry.last()) {
                range = Optional.of(entry.range());
            }
        }
        return range;
    }
}
