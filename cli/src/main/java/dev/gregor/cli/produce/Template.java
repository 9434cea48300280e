package dev.gregor.cli.produce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * A text with places to fill: {@code {{seq}}} the record's number from 0, {@code {{random:N}}} N letters and digits, {@code {{number:A:B}}} a
 * whole number from A to B, {@code {{pick:a|b|c}}} one of them, {@code {{uuid}}}, {@code {{now}}} milliseconds, {@code {{time}}} ISO in UTC.
 */
final class Template {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LONGEST_RANDOM = 10_000_000;

    private interface Part {
        void add(StringBuilder text, long number, RandomGenerator random, long nowMs);
    }

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** @throws IllegalArgumentException naming the place that cannot be filled */
    static Template of(String text) {
        var parts = new ArrayList<Part>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf("{{", at);
            var literal = text.substring(at, open < 0 ? text.length() : open);
            parts.add((filled, number, random, nowMs) -> filled.append(literal));
            if (open < 0) {
                break;
            }
            int close = text.indexOf("}}", open);
            if (close < 0) {
                throw new IllegalArgumentException("'{{' is never closed in: " + text.substring(open));
            }
            parts.add(part(text.substring(open + 2, close).strip()));
            at = close + 2;
        }
        return new Template(parts);
    }

    private static Part part(String place) {
        int colon = place.indexOf(':');
        var name = colon < 0 ? place : place.substring(0, colon);
        var argument = colon < 0 ? "" : place.substring(colon + 1);
        return switch (name) {
            case "seq" -> (filled, number, random, nowMs) -> filled.append(number);
            case "now" -> (filled, number, random, nowMs) -> filled.append(nowMs);
            case "time" -> (filled, number, random, nowMs) -> filled.append(Instant.ofEpochMilli(nowMs));
            case "uuid" ->
                (filled, number, random, nowMs) -> filled.append(new UUID(
                        (random.nextLong() & ~0xf000L) | 0x4000L,
                        (random.nextLong() & ~(0xc000L << 48)) | (0x8000L << 48)));
            case "random" -> letters(place, argument);
            case "number" -> number(place, argument);
            case "pick" -> pick(argument);
            default ->
                throw new IllegalArgumentException("{{" + place
                        + "}} is no place to fill; there are seq, random:N, number:A:B, pick:a|b, uuid, now, time");
        };
    }

    private static Part letters(String place, String argument) {
        int length = (int) whole(place, argument);
        if (length < 0 || length > LONGEST_RANDOM) {
            throw new IllegalArgumentException("{{" + place + "}} wants a length from 0 to " + LONGEST_RANDOM);
        }
        return (filled, number, random, nowMs) -> {
            for (int i = 0; i < length; i++) {
                filled.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
        };
    }

    private static Part number(String place, String argument) {
        int colon = argument.indexOf(':');
        long least = colon < 0 ? 0 : whole(place, argument.substring(0, colon));
        long most = whole(place, argument.substring(colon + 1));
        if (most < least || most == Long.MAX_VALUE) {
            throw new IllegalArgumentException("{{" + place + "}} has nothing between its ends");
        }
        return (filled, number, random, nowMs) -> filled.append(random.nextLong(least, most + 1));
    }

    private static Part pick(String argument) {
        var choices = List.of(argument.split("\\|", -1));
        return (filled, number, random, nowMs) -> filled.append(choices.get(random.nextInt(choices.size())));
    }

    private static long whole(String place, String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "{{" + place + "}} wants a whole number, as in {{random:10}}", notANumber);
        }
    }

    /** The text for the record of this number. */
    String fill(long number, RandomGenerator random, long nowMs) {
        var filled = new StringBuilder();
        for (var part : parts) {
            part.add(filled, number, random, nowMs);
        }
        return filled.toString();
    }
}
