package dev.gregor.cli.safety;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.GregorProgram;
import dev.gregor.cli.Session;
import dev.gregor.cli.Streams;
import dev.gregor.cli.progress.Progress;
import dev.gregor.cli.progress.Unit;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ClusterUnreachableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/**
 * Takes an undo file's changes back, the last first. Each line is asked what it would change, all of that is shown and
 * agreed to once, then the lines run.
 */
final class UndoRun {
    private final CommandLine command;
    private final Path file;
    private final UndoRecord record;

    /** One line, the changes it would make now, and what it said instead if it would make none. */
    private record Line(List<String> words, List<Change> changes, Optional<String> refusal) {}

    /** What a line ended with and told the person. */
    private record Said(int exitCode, String text) {}

    UndoRun(CommandLine command, Path file, UndoRecord record) {
        this.command = command;
        this.file = file;
        this.record = record;
    }

    int run(ConnectionOptions connection, ChangeOptions change) throws IOException {
        if (!connection.isGiven() && !record.connection().isEmpty()) {
            // The cluster the changes were made on, not the one that is current today.
            connection.adopt(record.connection());
        }
        try (var client = connection.open();
                var session = Session.ofConsole(
                        connection.session().environment(),
                        connection.session().person(),
                        connection.session().screen())) {
            checkCluster(client.cluster().clusterId());
            var lines = lines(session, connection);
            var steps = new ArrayList<Step>();
            for (var line : lines) {
                steps.add(new Step(line.changes(), agreed -> execute(session, line)));
            }
            int exitCode = change.carryOut(connection, client, Step.changes(steps), Execution.inSteps(steps));
            boolean complete = exitCode == ExitCode.DONE;
            for (var line : lines) {
                if (line.refusal().isPresent()) {
                    command.getErr().println(line.refusal().get());
                    complete = false;
                }
            }
            if (complete && !change.isDryRun()) {
                Files.move(file, Path.of(file + ".done"), StandardCopyOption.REPLACE_EXISTING);
            }
            return complete || exitCode != ExitCode.DONE ? exitCode : ExitCode.FAILED;
        }
    }

    private void checkCluster(Optional<String> answering) {
        if (record.clusterId().isPresent() && !record.clusterId().equals(answering)) {
            throw new ClusterException("the changes in " + file + " were made on cluster "
                    + record.clusterId().get() + ", but " + answering.orElse("one without an id")
                    + " answers; nothing was changed.");
        }
    }

    private List<Line> lines(Session session, ConnectionOptions connection) {
        var undos = new LinkedHashSet<List<String>>();
        for (int i = record.changes().size() - 1; i >= 0; i--) {
            undos.add(record.changes().get(i).undo());
        }
        var lines = new ArrayList<Line>();
        try (var progress = Progress.start(session, command.getErr(), "Comparing", Unit.ITEMS, undos.size())) {
            for (var undo : undos) {
                var words = new ArrayList<>(undo);
                words.addAll(connection.words());
                words.addAll(connection.patience());
                var changes = new ArrayList<Change>();
                session.on(new Rails.Gather(changes));
                var said = runQuietly(session, words);
                lines.add(new Line(
                        words,
                        List.copyOf(changes),
                        said.exitCode() == ExitCode.DONE ? Optional.empty() : Optional.of(said.text())));
                progress.add(1);
            }
        }
        return lines;
    }

    private static List<Outcome> execute(Session session, Line line) {
        if (line.changes().isEmpty()) {
            return List.of();
        }
        var made = new ArrayList<Outcome>();
        session.on(new Rails.Agreed(made));
        var said = runQuietly(session, line.words());
        var outcomes = new ArrayList<Outcome>();
        for (var change : line.changes()) {
            outcomes.add(outcome(change, made, said));
        }
        return outcomes;
    }

    private static Outcome outcome(Change change, List<Outcome> made, Said said) {
        for (var outcome : made) {
            if (outcome.change().what().equals(change.what())) {
                return outcome;
            }
        }
        // Who has nothing to change any more finds all as it shall be.
        return said.exitCode() == ExitCode.DONE ? Outcome.done(change) : Outcome.failed(change, said.text());
    }

    private static Said runQuietly(Session session, List<String> words) {
        var said = new ByteArrayOutputStream();
        var err = new PrintStream(said, true, StandardCharsets.UTF_8);
        var out = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var streams = new Streams(InputStream.nullInputStream(), out, err);
        int exitCode = GregorProgram.run(session, streams, words.toArray(String[]::new));
        var text = said.toString(StandardCharsets.UTF_8).strip();
        if (exitCode == ExitCode.UNREACHABLE) {
            // The next line would wait as long.
            throw new ClusterUnreachableException(text, new IOException(text));
        }
        return new Said(exitCode, text);
    }
}
