package dev.gregor.cli.group;

/** A length of time as people say it, in two units at most: {@code 42s}, {@code 3m05s}, {@code 2h10m}, {@code 4d07h}. */
public final class Span {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Span() {}

    public static String ofMs(long ms) {
        return ms > 0 && ms < 1000 ? "<1s" : ofSeconds(ms / 1000);
    }

    static String ofSeconds(long seconds) {
        if (seconds < MINUTE) {
            return seconds + "s";
        }
        if (seconds < HOUR) {
            return seconds / MINUTE + "m" + twoDigits(seconds % MINUTE) + "s";
        }
        return seconds < DAY
                ? seconds / HOUR + "h" + twoDigits(seconds % HOUR / MINUTE) + "m"
                : seconds / DAY + "d" + twoDigits(seconds % DAY / HOUR) + "h";
    }

    private static String twoDigits(long number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
