package dev.gregor.cli.produce;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;

/**
 * How a line is cut into headers, key and value: {@code --reader-property} of kafka-console-producer (KIP-798, KIP-810).
 *
 * @param headersSeparator a regular expression, as in Apache Kafka
 * @param nullMarker a field equal to it is null
 * @param ignoreErrors a line without its separator is a value; without it, such a line ends the run
 */
record LineFormat(
        boolean parseKey,
        String keySeparator,
        boolean parseHeaders,
        String headersDelimiter,
        String headersSeparator,
        String headersKeySeparator,
        Optional<String> nullMarker,
        boolean ignoreErrors) {

    LineFormat {
        mustDiffer("headers.delimiter", headersDelimiter, "headers.separator", headersSeparator);
        mustDiffer("headers.delimiter", headersDelimiter, "headers.key.separator", headersKeySeparator);
        mustDiffer("headers.separator", headersSeparator, "headers.key.separator", headersKeySeparator);
        if (nullMarker.isPresent()) {
            var marker = nullMarker.get();
            mustDiffer("null.marker", marker, "key.separator", keySeparator);
            mustDiffer("null.marker", marker, "headers.separator", headersSeparator);
            mustDiffer("null.marker", marker, "headers.delimiter", headersDelimiter);
            mustDiffer("null.marker", marker, "headers.key.separator", headersKeySeparator);
        }
    }

    /** @throws KafkaException when two separators are the same */
    static LineFormat of(Map<String, ?> properties) {
        return new LineFormat(
                isTrue(properties, "parse.key"),
                text(properties, "key.separator", "\t"),
                isTrue(properties, "parse.headers"),
                text(properties, "headers.delimiter", "\t"),
                text(properties, "headers.separator", ","),
                text(properties, "headers.key.separator", ":"),
                Optional.ofNullable(properties.get("null.marker")).map(Object::toString),
                isTrue(properties, "ignore.error"));
    }

    Pattern headersSeparatorPattern() {
        return Pattern.compile(headersSeparator);
    }

    /** Returns whether the field is the null marker. */
    boolean isNull(String field) {
        return nullMarker.isPresent() && nullMarker.get().equals(field);
    }

    /** Returns the field, or null where it is the null marker, as a record's key and value have it. */
    byte @org.jspecify.annotations.Nullable [] orNull(byte[] field) {
        return nullMarker.isPresent() && Arrays.equals(field, nullMarker.get().getBytes(StandardCharsets.UTF_8))
                ? null
                : field;
    }

    private static boolean isTrue(Map<String, ?> properties, String name) {
        return text(properties, name, "").trim().equalsIgnoreCase("true");
    }

    private static String text(Map<String, ?> properties, String name, String otherwise) {
        var value = properties.get(name);
        return value == null ? otherwise : value.toString();
    }

    private static void mustDiffer(String name, String value, String otherName, String other) {
        if (value.equals(other)) {
            throw new KafkaException(name + " and " + otherName + " may not be equal");
        }
    }
}
