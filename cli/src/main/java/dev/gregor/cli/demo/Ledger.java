package dev.gregor.cli.demo;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * What was produced: how many lines, and for each key how many records and a SHA-256 over them in their order. Owned by one
 * thread while it is written.
 */
final class Ledger {
    /** A prime, so that nothing about the text lines up with it. */
    static final int KEYS = 997;

    private final KeyedDigests digests = new KeyedDigests(KEYS);
    private long lines;
    private long valueBytes;

    /** Returns the key of a line: equal lines have the same, always. */
    static int keyOf(byte[] line) {
        var checksum = new CRC32C();
        checksum.update(line, 0, line.length);
        return (int) (checksum.getValue() % KEYS);
    }

    static byte[] keyBytes(int key) {
        return keyName(key).getBytes(StandardCharsets.UTF_8);
    }

    static String keyName(int key) {
        return "key-" + key;
    }

    /** Notes the next line. */
    void produced(int key, byte[] line) {
        digests.add(key, line);
        lines++;
        valueBytes += line.length;
    }

    long lines() {
        return lines;
    }

    long valueBytes() {
        return valueBytes;
    }

    int keysUsed() {
        return digests.used();
    }

    /** Returns an empty account of what comes back, to be compared with this. */
    Reading newReading() {
        return new Reading(digests, lines);
    }
}
