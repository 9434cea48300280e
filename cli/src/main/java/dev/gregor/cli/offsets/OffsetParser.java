package dev.gregor.cli.offsets;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads offsets as people write them.
 *
 * <pre>
 * offsets   = entry {"," entry}              at most one entry without partitions: it holds for all others
 * entry     = [partition ["-" partition] "="] range
 * range     = point | [point] ":" [point]    the right side is not part of it
 * point     = "start" | "end" | number | "+" number | "-" number | "@" time | "committed:" group
 * time      = date ["T" hh ":" mm [":" ss ["." fraction]] [zone]] | epoch-ms | epoch-s, of ten digits | "now" | ("-" | "+") duration
 * duration  = {number ("ms" | "s" | "m" | "h" | "d" | "w")}+          before or after now
 * group     = anything up to "," or ":", or anything between single quotes
 * </pre>
 *
 * <p>{@code earliest}, {@code beginning}, {@code latest} and {@code oldest}, {@code newest} are taken for {@code start} and {@code end}. A time
 * without a zone is local. After a time on the left, the one on the right may go without its {@code @}, as rpk has it.
 */
public final class OffsetParser {
    private final TimeReader times;

    /** Durations count from {@code now}; times without a zone are in {@code zone}. */
    public OffsetParser(Instant now, ZoneId zone) {
        this.times = new TimeReader(now, zone);
    }

    /** With the clock and the zone of this machine. */
    public static OffsetParser ofSystem() {
        return new OffsetParser(Instant.now(), ZoneId.systemDefault());
    }

    /**
     * Reads ranges; a single place is a range without an end.
     *
     * @throws OffsetSyntaxException pointing at what cannot be read
     */
    public Offsets ranges(String text) {
        return offsets(text, true);
    }

    /**
     * Reads single places only, each of them the {@link OffsetRange#from} of its entry.
     *
     * @throws OffsetSyntaxException pointing at what cannot be read, or at the colon of a range
     */
    public Offsets points(String text) {
        return offsets(text, false);
    }

    private Offsets offsets(String text, boolean rangesAllowed) {
        var words = new Words(text);
        Optional<OffsetRange> everywhere = Optional.empty();
        List<Offsets.Named> named = new ArrayList<>();
        do {
            int start = words.position();
            var partitions = partitions(words);
            var range = range(words, rangesAllowed);
            if (partitions.isPresent()) {
                named.add(new Offsets.Named(
                        partitions.get().first(), partitions.get().last(), range));
            } else if (everywhere.isEmpty()) {
                everywhere = Optional.of(range);
            } else {
                throw words.problem("a second place for all partitions; write PARTITION=OFFSET for each", start);
            }
        } while (words.skip(','));
        if (!words.atEnd()) {
            throw words.problem("cannot read on");
        }
        return new Offsets(everywhere, named);
    }

    private record Partitions(int first, int last) {}

    /** Takes {@code 3=} or {@code 0-3=} away; a number that no {@code =} follows is left where it is. */
    private static Optional<Partitions> partitions(Words words) {
        int start = words.position();
        if (!words.atDigit()) {
            return Optional.empty();
        }
        int first = words.partition();
        int last = words.skip('-') && words.atDigit() ? words.partition() : first;
        if (!words.skip('=')) {
            words.backTo(start);
            return Optional.empty();
        }
        if (last < first) {
            throw words.problem("partitions " + first + "-" + last + " run backwards", start);
        }
        return Optional.of(new Partitions(first, last));
    }

    private OffsetRange range(Words words, boolean rangesAllowed) {
        int start = words.position();
        var from = words.at(':') ? new OffsetPoint.Start() : point(words, false);
        if (!words.at(':')) {
            return OffsetRange.from(from);
        }
        if (!rangesAllowed) {
            throw words.problem("a range; one place is wanted here");
        }
        words.skip(':');
        if (words.atEnd() || words.at(',')) {
            if (words.position() == start + 1) {
                throw words.problem("a range with neither a beginning nor an end", start);
            }
            return OffsetRange.from(from);
        }
        return OffsetRange.between(from, point(words, from instanceof OffsetPoint.AtTime));
    }

    /** @param timeBefore the left side was a time: what can be one here is one, unless it is a plain {@code -n} or {@code +n} */
    private OffsetPoint point(Words words, boolean timeBefore) {
        int start = words.position();
        if (words.skip('@') || (timeBefore && times.isTime(words))) {
            return new OffsetPoint.AtTime(times.read(words));
        }
        if (words.skip('+')) {
            return new OffsetPoint.AfterStart(words.number());
        }
        if (words.skip('-')) {
            return new OffsetPoint.BeforeEnd(words.number());
        }
        if (words.atDigit()) {
            return new OffsetPoint.At(words.number());
        }
        return switch (words.letters()) {
            case "start", "earliest", "beginning", "oldest" -> new OffsetPoint.Start();
            case "end", "latest", "newest" -> new OffsetPoint.End();
            case "committed" -> committed(words);
            default ->
                throw words.problem("not an offset; write start, end, +n, -n, n, a:b, @time or committed:GROUP", start);
        };
    }

    private static OffsetPoint committed(Words words) {
        if (!words.skip(':')) {
            throw words.problem("committed needs a group, as in committed:billing");
        }
        return new OffsetPoint.Committed(words.group());
    }
}
