package dev.gregor.conformance.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program that has ended. */
public record ProgramRun(List<String> command, int exitCode, Path stdout, Path stderr) {

    /** @throws AssertionError with all that it printed when the exit code is another than 0 */
    public ProgramRun succeeded() {
        if (exitCode != 0) {
            throw new AssertionError(
                    "Exit code " + exitCode + ": " + command.subList(Math.max(0, command.size() - 12), command.size())
                            + "\nstdout: " + limited(out()) + "\nstderr: " + limited(err()));
        }
        return this;
    }

    public String out() {
        return text(stdout);
    }

    public String err() {
        return text(stderr);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String limited(String text) {
        int limit = 4_000;
        return text.length() <= limit ? text : text.substring(0, limit) + "…";
    }
}
