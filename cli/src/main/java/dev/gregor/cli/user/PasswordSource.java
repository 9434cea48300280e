package dev.gregor.cli.user;

import dev.gregor.cli.Session;
import dev.gregor.cli.clients.Terminal;
import dev.gregor.protocol.ClusterException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where a new password comes from; never from the line itself, which the shell's history and every process's list keep. */
final class PasswordSource {
    @ArgGroup
    private Place place = new Place();

    /** One of them at most. */
    static final class Place {
        @Option(names = "--password-stdin", description = "The first line of stdin.")
        private boolean stdin;

        @Option(names = "--password-file", paramLabel = "FILE", description = "The first line of this file.")
        private Optional<Path> file = Optional.empty();

        @Option(names = "--password-env", paramLabel = "VARIABLE", description = "An environment variable.")
        private Optional<String> variable = Optional.empty();
    }

    /**
     * The password.
     *
     * @throws ParameterException when the line says no place and nobody is there to type it
     */
    String read(Session session, CommandLine line) {
        var password = place.stdin
                ? firstLine(session)
                : place.file.isPresent()
                        ? firstLine(place.file.get())
                        : place.variable.isPresent() ? ofVariable(session, place.variable.get()) : typed(line);
        if (password.isEmpty()) {
            throw new ClusterException("the password is empty. Nothing was changed.");
        }
        return password;
    }

    private static String firstLine(Session session) {
        try {
            var in = new BufferedReader(new InputStreamReader(session.streams().in(), StandardCharsets.UTF_8));
            return Optional.ofNullable(in.readLine()).orElse("");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String firstLine(Path file) {
        try (var lines = Files.newBufferedReader(file)) {
            return Optional.ofNullable(lines.readLine()).orElse("");
        } catch (IOException unreadable) {
            throw new ClusterException("cannot read " + file + ". Nothing was changed.", unreadable);
        }
    }

    private static String ofVariable(Session session, String name) {
        return Optional.ofNullable(session.environment().get(name))
                .orElseThrow(() -> new ClusterException("no environment variable " + name + ". Nothing was changed."));
    }

    private static String typed(CommandLine line) {
        var console = Terminal.isInteractive() ? System.console() : null;
        if (console == null) {
            throw new ParameterException(
                    line, "where is the password? --password-stdin, --password-file or --password-env is missing");
        }
        var first = Optional.ofNullable(console.readPassword("Password: ")).map(String::new);
        var second = Optional.ofNullable(console.readPassword("Again: ")).map(String::new);
        if (!first.equals(second)) {
            throw new ClusterException("these are two passwords. Nothing was changed.");
        }
        return first.orElse("");
    }
}
