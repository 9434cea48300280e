package dev.gregor.cli.consume;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Which columns a record is printed with, and what stands between them. The array components are never changed. */
@SuppressWarnings("ArrayRecordComponent") // read for each record; compared by nobody
record Columns(
        boolean timestamp,
        boolean partition,
        boolean offset,
        boolean delivery,
        boolean epoch,
        boolean headers,
        boolean key,
        boolean value,
        byte[] keySeparator,
        byte[] lineSeparator,
        byte[] headersSeparator,
        byte[] nullLiteral) {

    static Columns of(Map<String, ?> properties) {
        return new Columns(
                isTrue(properties, "print.timestamp", false),
                isTrue(properties, "print.partition", false),
                isTrue(properties, "print.offset", false),
                isTrue(properties, "print.delivery", false),
                isTrue(properties, "print.epoch", false),
                isTrue(properties, "print.headers", false),
                isTrue(properties, "print.key", false),
                isTrue(properties, "print.value", true),
                bytes(properties, "key.separator", "\t"),
                bytes(properties, "line.separator", "\n"),
                bytes(properties, "headers.separator", ","),
                bytes(properties, "null.literal", "null"));
    }

    int count() {
        int count = 0;
        for (boolean column : new boolean[] {timestamp, partition, offset, delivery, epoch, headers, key, value}) {
            if (column) {
                count++;
            }
        }
        return count;
    }

    private static boolean isTrue(Map<String, ?> properties, String name, boolean otherwise) {
        var value = properties.get(name);
        return value == null ? otherwise : value.toString().trim().equalsIgnoreCase("true");
    }

    private static byte[] bytes(Map<String, ?> properties, String name, String otherwise) {
        var value = properties.get(name);
        return (value == null ? otherwise : value.toString()).getBytes(StandardCharsets.UTF_8);
    }
}
