package dev.gregor.cli;

import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * What a program reads and writes: results go to {@code out}, all else to {@code err}.
 *
 * <p>{@code out} may be buffered; whoever wants a line seen at once flushes it. Charsets are the locale's.
 */
public record Streams(InputStream in, PrintStream out, PrintStream err) {
    private static final int BUFFER_BYTES = 16 * 1024;

    /** The process's own streams, stdout buffered; {@link Main} flushes it at the end. */
    public static Streams ofProcess() {
        return ofProcess(new ProcessOutput());
    }

    static Streams ofProcess(OutputStream stdout) {
        var buffered = new BufferedOutputStream(stdout, BUFFER_BYTES);
        return new Streams(System.in, new PrintStream(buffered, false, Charset.defaultCharset()), System.err);
    }
}
