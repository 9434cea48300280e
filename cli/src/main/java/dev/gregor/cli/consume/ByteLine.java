package dev.gregor.cli.consume;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of one record's output, in a buffer that is used again for the next. Not thread-safe. */
final class ByteLine {
    private static final int FIRST_BYTES = 4 * 1024;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int size;

    void clear() {
        size = 0;
    }

    ByteLine add(byte[] more) {
        if (bytes.length - size < more.length) {
            bytes = Arrays.copyOf(
                    bytes, Math.max(Math.addExact(size, more.length), bytes.length + (bytes.length >> 1)));
        }
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    ByteLine add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    ByteLine add(long number) {
        return add(Long.toString(number));
    }

    void writeTo(PrintStream out) {
        out.write(bytes, 0, size);
    }
}
