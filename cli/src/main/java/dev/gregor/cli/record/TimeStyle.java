package dev.gregor.cli.record;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a timestamp is printed, in the local zone; -1, for none, stays a number. */
final class TimeStyle {
    private static final Map<Character, String> STRFTIME = Map.ofEntries(
            Map.entry('Y', "uuuu"),
            Map.entry('y', "uu"),
            Map.entry('m', "MM"),
            Map.entry('d', "dd"),
            Map.entry('e', "ppd"),
            Map.entry('H', "HH"),
            Map.entry('I', "hh"),
            Map.entry('M', "mm"),
            Map.entry('S', "ss"),
            Map.entry('L', "SSS"),
            Map.entry('f', "SSSSSS"),
            Map.entry('N', "nnnnnnnnn"),
            Map.entry('p', "a"),
            Map.entry('z', "xx"),
            Map.entry('Z', "zzz"),
            Map.entry('a', "EEE"),
            Map.entry('A', "EEEE"),
            Map.entry('b', "MMM"),
            Map.entry('h', "MMM"),
            Map.entry('B', "MMMM"),
            Map.entry('j', "DDD"),
            Map.entry('F', "uuuu-MM-dd"),
            Map.entry('T', "HH:mm:ss"),
            Map.entry('R', "HH:mm"),
            Map.entry('D', "MM/dd/uu"));

    /** Go's reference time piece by piece, longer pieces first. */
    private static final String[][] GO = {
        {"2006", "uuuu"},
        {"January", "MMMM"},
        {"Jan", "MMM"},
        {"Monday", "EEEE"},
        {"Mon", "EEE"},
        {"MST", "zzz"},
        {"Z07:00", "XXX"},
        {"Z0700", "XX"},
        {"-07:00", "xxx"},
        {"-0700", "xx"},
        {".000000000", ".SSSSSSSSS"},
        {".000000", ".SSSSSS"},
        {".000", ".SSS"},
        {".999999999", ".SSSSSSSSS"},
        {".999", ".SSS"},
        {"01", "MM"},
        {"02", "dd"},
        {"15", "HH"},
        {"03", "hh"},
        {"04", "mm"},
        {"05", "ss"},
        {"06", "uu"},
        {"PM", "a"}
    };

    private final DateTimeFormatter formatter;

    private TimeStyle(DateTimeFormatter formatter) {
        this.formatter = formatter;
    }

    /** By rpk's names, and {@code iso}; empty for what is no form of time. */
    static Optional<TimeStyle> named(String name) {
        if (name.equals("iso")) {
            return of(new DateTimeFormatterBuilder().appendPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX"));
        }
        var strftime = Delimited.after("strftime", name);
        return strftime.isPresent()
                ? of(ofStrftime(strftime.get()))
                : Delimited.after("go", name).flatMap(layout -> of(ofGo(layout)));
    }

    private static Optional<TimeStyle> of(DateTimeFormatterBuilder pieces) {
        return Optional.of(new TimeStyle(pieces.toFormatter(Locale.ENGLISH).withZone(ZoneId.systemDefault())));
    }

    String text(long timestampMs) {
        return timestampMs < 0 ? Long.toString(timestampMs) : formatter.format(Instant.ofEpochMilli(timestampMs));
    }

    private static DateTimeFormatterBuilder ofStrftime(String text) {
        var pieces = new DateTimeFormatterBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            var letters = c == '%' && i + 1 < text.length() ? STRFTIME.get(text.charAt(i + 1)) : null;
            if (letters == null) {
                pieces.appendLiteral(c);
            } else {
                pieces.appendPattern(letters);
                i++;
            }
        }
        return pieces;
    }

    private static DateTimeFormatterBuilder ofGo(String layout) {
        var pieces = new DateTimeFormatterBuilder();
        int i = 0;
        while (i < layout.length()) {
            int taken = 0;
            for (var piece : GO) {
                if (taken == 0 && layout.startsWith(piece[0], i)) {
                    pieces.appendPattern(piece[1]);
                    taken = piece[0].length();
                }
            }
            if (taken == 0) {
                pieces.appendLiteral(layout.charAt(i));
                taken = 1;
            }
            i += taken;
        }
        return pieces;
    }
}
