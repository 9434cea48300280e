package dev.gregor.cli.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;

/** What a command reads as its standard input: the JSON of its line, else lines typed until Ctrl-D. */
final class PromptedInput extends InputStream {
    private final LineReader reader;
    private final Held output;
    private InputStream line;
    private boolean ended;

    /** @param given the whole input when there is any; else lines are asked for */
    PromptedInput(List<String> given, LineReader reader, Held output) {
        this.reader = reader;
        this.output = output;
        line = lines(String.join("\n", given));
        ended = !given.isEmpty();
        if (ended) {
            line = lines(String.join("\n", given) + "\n");
        }
    }

    private static InputStream lines(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized int read() throws IOException {
        return hasMore() ? line.read() : -1;
    }

    @Override
    public synchronized int read(byte[] bytes, int from, int length) throws IOException {
        return length == 0 ? 0 : hasMore() ? line.read(bytes, from, length) : -1;
    }

    @Override
    public synchronized int available() throws IOException {
        return line.available();
    }

    private boolean hasMore() throws IOException {
        if (line.available() == 0 && !ended) {
            output.letThrough();
            try {
                line = lines(reader.readLine("") + "\n");
            } catch (EndOfFileException controlD) {
                ended = true;
            } catch (UserInterruptException controlC) {
                ended = true;
                throw new InterruptedIOException("cancelled");
            }
        }
        return line.available() > 0;
    }
}
