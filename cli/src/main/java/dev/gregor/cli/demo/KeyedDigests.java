package dev.gregor.cli.demo;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** For each key, how many values there were and a SHA-256 over them in their order, lengths included. Not thread-safe. */
final class KeyedDigests {
    private final MessageDigest[] digests;
    private final long[] counts;
    private final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);

    KeyedDigests(int keys) {
        digests = new MessageDigest[keys];
        counts = new long[keys];
        for (int i = 0; i < keys; i++) {
            digests[i] = sha256();
        }
    }

    void add(int key, byte[] value) {
        digests[key].update(length.putInt(0, value.length).array());
        digests[key].update(value);
        counts[key]++;
    }

    long count(int key) {
        return counts[key];
    }

    int used() {
        int used = 0;
        for (long count : counts) {
            if (count > 0) {
                used++;
            }
        }
        return used;
    }

    /** Returns whether this key's values were the same, in the same order. */
    boolean agree(KeyedDigests other, int key) {
        return counts[key] == other.counts[key] && Arrays.equals(soFar(key), other.soFar(key));
    }

    /** Digesting ends a digest, so a copy is asked. */
    private byte[] soFar(int key) {
        try {
            return ((MessageDigest) digests[key].clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of this JVM cannot be copied", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
