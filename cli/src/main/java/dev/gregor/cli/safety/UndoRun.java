package dev.gregor.cli.safety;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.GregorProgram;
import dev.gregor.cli.Session;
import dev.gregor.cli.Streams;
import dev.gregor.protocol.ClusterException;
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
    private final CommandLine line;
    private final Path file;
    private final UndoRecord record;

    /** One line, the changes it would make now, and what it said instead if it would make none. */
    private record Step(List<String> words, List<Change> changes, Optional<String> refusal) {}

    UndoRun(CommandLine line, Path file, UndoRecord record) {
        this.line = line;
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
            var steps = steps(session, connection.words());
            var changes = new ArrayList<Change>();
            for (var step : steps) {
                changes.addAll(step.changes());
            }
            int exitCode = change.carryOut(connection, client, changes, ignored -> execute(session, steps));
            boolean complete = exitCode == ExitCode.DONE;
            for (var step : steps) {
                if (step.refusal().isPresent()) {
                    line.getErr().println(step.refusal().get());
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

    private List<Step> steps(Session session, List<String> connection) {
        var lines = new LinkedHashSet<List<String>>();
        for (int i = record.changes().size() - 1; i >= 0; i--) {
            lines.add(record.changes().get(i).undo());
        }
        var steps = new ArrayList<Step>();
        for (var undo : lines) {
            var words = new ArrayList<>(undo);
            words.addAll(connection);
            var changes = new ArrayList<Change>();
            session.on(new Rails.Gather(changes));
            var refusal = runQuietly(session, words);
            steps.add(new Step(words, List.copyOf(changes), refusal));
        }
        return steps;
    }

    private static List<Outcome> execute(Session session, List<Step> steps) {
        var outcomes = new ArrayList<Outcome>();
        for (var step : steps) {
            var made = new ArrayList<Outcome>();
            session.on(new Rails.Agreed(made));
            var refusal = runQuietly(session, step.words());
            for (int i = 0; i < step.changes().size(); i++) {
                var change = step.changes().get(i);
                outcomes.add(i < made.size() ? made.get(i) : Outcome.failed(change, refusal.orElse("not tried")));
            }
        }
        return outcomes;
    }

    /** @return what the line said went wrong; empty when it went well */
    private static Optional<String> runQuietly(Session session, List<String> words) {
        var said = new ByteArrayOutputStream();
        var err = new PrintStream(said, true, StandardCharsets.UTF_8);
        var out = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var streams = new Streams(InputStream.nullInputStream(), out, err);
        int exitCode = GregorProgram.run(session, streams, words.toArray(String[]::new));
        return exitCode == ExitCode.DONE
                ? Optional.empty()
                : Optional.of(said.toString(StandardCharsets.UTF_8).strip());
    }
}
