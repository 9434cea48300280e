package dev.gregor.cli.reset;

import dev.gregor.cli.grouptool.KafkaFailure;
import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.util.Locale;

/** The value of {@code --to-datetime}, in ms since 1970. */
final class DateTime {
    private DateTime() {}

    /** A time as Kafka's tools read it: {@code YYYY-MM-DDThh:mm:ss.sss} with or without a zone, UTC by default. */
    @SuppressWarnings("StringSplitter") // as Kafka splits it
    static long ofText(String text) {
        try {
            var parts = text.split("T");
            if (parts.length < 2) {
                throw new ParseException(
                        "Error parsing timestamp. It does not contain a 'T' according to ISO8601 format",
                        text.length());
            }
            boolean hasZone = parts[1].contains("+") || parts[1].contains("-") || parts[1].contains("Z");
            return timestampMs(hasZone ? text : text + "Z", "XXX");
        } catch (ParseException invalid) {
            throw KafkaFailure.unchecked(invalid);
        }
    }

    // SimpleDateFormat and nothing newer: what it takes and how it complains is part of what scripts see.
    @SuppressWarnings("JavaUtilDate")
    private static long timestampMs(String text, String zone) throws ParseException {
        var format = new SimpleDateFormat("yyyy-MM-dd'T'HH:mm:ss.SSS" + zone, Locale.getDefault());
        format.setLenient(false);
        try {
            return format.parse(text).getTime();
        } catch (ParseException otherZone) {
            if (zone.equals("X")) {
                throw otherZone;
            }
            return timestampMs(text, "X");
        }
    }
}
