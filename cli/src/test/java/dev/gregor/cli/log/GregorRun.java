package dev.gregor.cli.log;

import dev.gregor.cli.Main;
import dev.gregor.cli.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a call of {@code gregor} printed, and how it ended. */
record GregorRun(String out, String err, int exitCode) {
    static GregorRun of(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var streams = new Streams(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        int exitCode = Main.run(streams, "gregor", arguments);
        streams.out().flush();
        return new GregorRun(out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), exitCode);
    }
}
