package dev.gregor.cli.offsets;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Reads a time of {@link OffsetParser}'s grammar, as long as it can be read: {@code @2026-01-31T10:00:30} is one time. */
final class TimeReader {
    private static final int FIRST_YEAR_LENGTH = 4;
    private static final int NANO_DIGITS = 9;
    private static final int SECONDS_DIGITS = 10;

    private final Instant now;
    private final ZoneId zone;

    TimeReader(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** Whether a time stands here although no {@code @} says so: a number, a date, {@code now}, or a duration with its unit. */
    boolean isTime(Words words) {
        if (words.atDigit()) {
            return true;
        }
        if (words.ahead(0) == 'n' && words.ahead(1) == 'o' && words.ahead(2) == 'w') {
            return true;
        }
        int places = 1;
        while (words.digitAhead(places)) {
            places++;
        }
        return (words.at('-') || words.at('+')) && places > 1 && Character.isLetter(words.ahead(places));
    }

    /** @return milliseconds since 1970 */
    long read(Words words) {
        int start = words.position();
        long timestampMs = timestamp(words);
        if (timestampMs < 0) {
            throw words.problem("a time before 1970", start);
        }
        return timestampMs;
    }

    private long timestamp(Words words) {
        int start = words.position();
        if (words.skip('-')) {
            return now.toEpochMilli() - durationMs(words);
        }
        if (words.skip('+')) {
            return now.toEpochMilli() + durationMs(words);
        }
        if (words.atDigit()) {
            boolean isDate = words.ahead(FIRST_YEAR_LENGTH) == '-' && words.digitAhead(FIRST_YEAR_LENGTH - 1);
            return isDate ? date(words) : sinceEpoch(words);
        }
        if (words.letters().equals("now")) {
            return now.toEpochMilli();
        }
        throw words.problem(
                "not a time; write 2026-01-31, 2026-01-31T10:00, …T10:00Z, milliseconds, now or -1h", start);
    }

    /** Ten digits are seconds, as in rpk: as milliseconds they would be a day of early 1970. */
    private static long sinceEpoch(Words words) {
        int start = words.position();
        long number = words.number();
        return words.position() - start == SECONDS_DIGITS ? number * 1_000 : number;
    }

    private static long durationMs(Words words) {
        long totalMs = 0;
        do {
            int start = words.position();
            long number = words.number();
            int unitAt = words.position();
            long unitMs = switch (words.letters()) {
                case "ms" -> 1L;
                case "s" -> 1_000L;
                case "m" -> 60_000L;
                case "h" -> 3_600_000L;
                case "d" -> 86_400_000L;
                case "w" -> 604_800_000L;
                default -> throw words.problem("a duration needs a unit: ms, s, m, h, d or w", unitAt);
            };
            try {
                totalMs = Math.addExact(totalMs, Math.multiplyExact(number, unitMs));
            } catch (ArithmeticException tooLong) {
                throw words.problem("the duration is too long", start);
            }
        } while (words.atDigit());
        return totalMs;
    }

    private long date(Words words) {
        int start = words.position();
        int year = words.digits(FIRST_YEAR_LENGTH);
        expect(words, '-');
        int month = words.digits(2);
        expect(words, '-');
        int day = words.digits(2);
        int hour = 0;
        int minute = 0;
        int second = 0;
        int nanos = 0;
        var at = zone;
        if (words.skip('T') || (words.at(' ') && words.digitAhead(1) && words.skip(' '))) {
            hour = words.digits(2);
            expect(words, ':');
            minute = words.digits(2);
            if (atTwoDigitsAfterColon(words)) {
                words.skip(':');
                second = words.digits(2);
                nanos = words.skip('.') ? fraction(words) : 0;
            }
            at = zone(words);
        }
        try {
            return LocalDateTime.of(year, month, day, hour, minute, second, nanos)
                    .atZone(at)
                    .toInstant()
                    .toEpochMilli();
        } catch (DateTimeException noSuchTime) {
            throw words.problem("no such time: " + noSuchTime.getMessage(), start);
        }
    }

    /** More digits than two are the time at a range's end: {@code @2026-01-31T10:00:2026-01-31T11:00}. */
    private static boolean atTwoDigitsAfterColon(Words words) {
        return words.at(':') && words.digitAhead(1) && words.digitAhead(2) && !words.digitAhead(3);
    }

    private static void expect(Words words, char expected) {
        if (!words.skip(expected)) {
            throw words.problem("'" + expected + "' is missing; a time is written 2026-01-31T10:00:00");
        }
    }

    private static int fraction(Words words) {
        int nanos = 0;
        for (int i = 0; i < NANO_DIGITS; i++) {
            nanos = 10 * nanos + (words.atDigit() ? words.digits(1) : 0);
        }
        while (words.atDigit()) {
            words.digits(1);
        }
        return nanos;
    }

    private ZoneId zone(Words words) {
        int start = words.position();
        if (words.skip('Z')) {
            return ZoneOffset.UTC;
        }
        boolean west = words.at('-');
        if (!west && !words.at('+')) {
            return zone;
        }
        words.skip(west ? '-' : '+');
        int hours = words.digits(2);
        // 10:00+01:00 is a zone; +0100 and +01 are too.
        boolean hasMinutes = words.digitAhead(0) || atTwoDigitsAfterColon(words);
        words.skip(hasMinutes ? ':' : '\0');
        int minutes = hasMinutes ? words.digits(2) : 0;
        try {
            return ZoneOffset.ofHoursMinutes(west ? -hours : hours, west ? -minutes : minutes);
        } catch (DateTimeException noSuchZone) {
            throw words.problem("no such zone", start);
        }
    }
}
