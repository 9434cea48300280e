package dev.gregor.cli.record;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of one record's output, in a buffer that is used again for the next. Not thread-safe. */
public final class ByteLine {
    private static final int FIRST_BYTES = 4 * 1024;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int size;

    /** Forgets what is in it. */
    public void clear() {
        size = 0;
    }

    /** Adds bytes. */
    public ByteLine add(byte[] more) {
        if (bytes.length - size < more.length) {
            bytes = Arrays.copyOf(
                    bytes, Math.max(Math.addExact(size, more.length), bytes.length + (bytes.length >> 1)));
        }
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    /** Adds a text in UTF-8. */
    public ByteLine add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a number in decimal. */
    public ByteLine add(long number) {
        return add(Long.toString(number));
    }

    /** How many bytes are in it. */
    public int size() {
        return size;
    }

    /** A copy of all that is in it. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Writes all that is in it. */
    public void writeTo(PrintStream out) {
        out.write(bytes, 0, size);
    }
}
