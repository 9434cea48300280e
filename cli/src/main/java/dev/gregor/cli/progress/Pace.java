package dev.gregor.cli.progress;

import java.util.Locale;

/**
 * How fast a task goes and how long it will take. The rate is that of the last seconds, old ones fading away, so that time
 * left follows a task that slows down. Owned by whoever draws.
 */
final class Pace {
    private static final double FADING_SECONDS = 5;
    private static final double NANOS = 1e9;
    private static final int PERCENT = 100;
    private static final int BAR = 20;
    private static final int WIDE_ENOUGH_FOR_A_BAR = 70;
    private static final int MINUTE_SECONDS = 60;
    private static final int HOUR_SECONDS = 3600;

    private final String what;
    private final Unit unit;
    private final long total;
    private final long startNanos;
    private long lastNanos;
    private long lastDone;
    private double rate;

    Pace(String what, Unit unit, long total, long startNanos) {
        this.what = what;
        this.unit = unit;
        this.total = total;
        this.startNanos = startNanos;
        this.lastNanos = startNanos;
    }

    /** The line at this time, cut to so many columns. */
    String line(long done, long nowNanos, int columns) {
        measure(done, nowNanos);
        var line = new StringBuilder(what);
        if (total > 0) {
            long percent = Math.min(PERCENT, done * PERCENT / total);
            line.append("  ").append(percent).append('%');
            if (columns >= WIDE_ENOUGH_FOR_A_BAR) {
                int filled = (int) (percent * BAR / PERCENT);
                line.append(" [")
                        .append("=".repeat(filled))
                        .append(" ".repeat(BAR - filled))
                        .append(']');
            }
        }
        line.append("  ").append(unit.text((double) done));
        line.append("  ").append(unit.text(rate)).append("/s");
        if (total > 0 && rate > 0 && done < total) {
            line.append("  ")
                    .append(duration(Math.round((total - done) / rate)))
                    .append(" left");
        } else {
            line.append("  ").append(duration(Math.round((nowNanos - startNanos) / NANOS)));
        }
        return line.length() <= columns ? line.toString() : line.substring(0, Math.max(0, columns));
    }

    private void measure(long done, long nowNanos) {
        double seconds = (nowNanos - lastNanos) / NANOS;
        if (seconds <= 0) {
            return;
        }
        double now = (done - lastDone) / seconds;
        // The weight of what is new grows with the time it covers; at first there is nothing else.
        double weight = lastNanos == startNanos ? 1 : 1 - Math.exp(-seconds / FADING_SECONDS);
        rate += weight * (now - rate);
        lastNanos = nowNanos;
        lastDone = done;
    }

    private static String duration(long seconds) {
        return seconds >= HOUR_SECONDS
                ? String.format(
                        Locale.ROOT, "%d:%02d h", seconds / HOUR_SECONDS, seconds % HOUR_SECONDS / MINUTE_SECONDS)
                : String.format(Locale.ROOT, "%d:%02d", seconds / MINUTE_SECONDS, seconds % MINUTE_SECONDS);
    }
}
