package dev.gregor.cli.console;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** Starts lines of the system's shell. */
final class Shell {
    private Shell() {}

    /** A process that has the terminal; without a line the user's own shell. */
    static Process attached(String line) throws IOException {
        var shell = System.getenv().getOrDefault("SHELL", "sh");
        var builder = line.isEmpty() ? new ProcessBuilder(shell) : new ProcessBuilder("sh", "-c", line);
        return builder.inheritIO().start();
    }

    /** A process that reads what is written to it. */
    static Process reading(String line) throws IOException {
        return new ProcessBuilder("sh", "-c", line)
                .redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT)
                .start();
    }
}
