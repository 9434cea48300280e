package dev.gregor.cli.consume;

import java.util.List;
import java.util.Locale;

/** How far a read is, in a line; nothing once it has come to where the log ended. */
final class ReadProgress {
    private ReadProgress() {}

    static String text(ReadState state, List<Span> spans, long elapsedNanos) {
        long total = 0;
        for (var span : spans) {
            total += span.length();
        }
        long done = state.done(spans);
        if (done >= total) {
            return "";
        }
        double seconds = Math.max(1, elapsedNanos) / 1e9;
        double perSecond = done / seconds;
        var left = perSecond > 0 ? duration((long) ((total - done) / perSecond)) + " left" : "";
        return String.format(
                Locale.ROOT,
                "%3d%%  %,d of %,d offsets  %,.0f records/s  %s",
                100 * done / total,
                done,
                total,
                state.examinedSoFar() / seconds,
                left);
    }

    private static String duration(long seconds) {
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
