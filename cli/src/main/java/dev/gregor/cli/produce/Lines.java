package dev.gregor.cli.produce;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The lines of a stream as bytes, ended by {@code \n}, {@code \r} or {@code \r\n}, none of which belongs to the line. Bytes are never
 * decoded, so what is not UTF-8 stays as it is. Not thread-safe.
 */
public final class Lines {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream in;
    private final boolean carriageReturnEnds;
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    /** The last line ended with {@code \r}: a {@code \n} that follows belongs to it, and is waited for by nobody. */
    private boolean skipLineFeed;

    /** The lines of this stream, which stays the caller's to close. */
    public Lines(InputStream in) {
        this(in, true);
    }

    private Lines(InputStream in, boolean carriageReturnEnds) {
        this.in = in;
        this.carriageReturnEnds = carriageReturnEnds;
    }

    /** Lines that only {@code \n} or {@code \r\n} ends: a {@code \r} within one is part of it. */
    public static Lines endedByLineFeed(InputStream in) {
        return new Lines(in, false);
    }

    /** Returns the next line, or empty at the end of the stream; waits for input. */
    public Optional<byte[]> next() throws IOException {
        int scanned = position;
        while (true) {
            for (int i = scanned; i < limit; i++) {
                byte b = buffer[i];
                if (b == '\n' && skipLineFeed && i == position) {
                    position++;
                    skipLineFeed = false;
                } else if (b == '\n' || (b == '\r' && carriageReturnEnds)) {
                    boolean ownReturn = !carriageReturnEnds && i > position && buffer[i - 1] == '\r';
                    var line = Arrays.copyOfRange(buffer, position, ownReturn ? i - 1 : i);
                    position = i + 1;
                    skipLineFeed = b == '\r';
                    return Optional.of(line);
                }
            }
            if (limit > position) {
                skipLineFeed = false;
            }
            scanned = limit - position;
            if (!fill()) {
                if (position == limit) {
                    return Optional.empty();
                }
                var rest = Arrays.copyOfRange(buffer, position, limit);
                position = limit;
                return Optional.of(rest);
            }
        }
    }

    /** Moves what is left to the front and reads on. */
    private boolean fill() throws IOException {
        int left = limit - position;
        if (left == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.multiplyExact(buffer.length, 2));
        } else if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, left);
        }
        position = 0;
        limit = left;
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
            return false;
        }
        limit += read;
        return true;
    }
}
