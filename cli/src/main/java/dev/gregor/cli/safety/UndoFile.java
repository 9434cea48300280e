package dev.gregor.cli.safety;

import dev.gregor.cli.FailureText;
import dev.gregor.cli.context.PrivateFile;
import dev.gregor.protocol.ClusterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way back from a command's changes, on disk before the first is made: who is interrupted can still go back. When all
 * are made it holds those that were, and there is none when nothing can be taken back.
 *
 * <p>They live in {@code $XDG_STATE_HOME/gregor/undo}, else {@code ~/.local/state/gregor/undo}; only their owner reads them.
 */
public final class UndoFile {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss.SSS").withZone(ZoneOffset.UTC);

    private final Path path;
    private final UndoRecord record;

    private UndoFile(Path path, UndoRecord record) {
        this.path = path;
        this.record = record;
    }

    /** Where they are kept. */
    static Path folder(Map<String, String> environment) {
        return PrivateFile.folder(environment, "XDG_STATE_HOME", ".local/state").resolve("undo");
    }

    /** Writes the file for changes about to be made; none when not one of them can be taken back. */
    static Optional<UndoFile> begin(
            Map<String, String> environment,
            String command,
            Optional<String> clusterId,
            List<String> connection,
            List<Change> changes) {
        var undoable = undoable(changes);
        if (undoable.isEmpty()) {
            return Optional.empty();
        }
        var time = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var suffix = "-" + command.replace("gregor ", "").replace(' ', '-') + ".json";
        var folder = folder(environment);
        // Names sort by age, which is how the last one is found.
        while (true) {
            var path = folder.resolve(STAMP.format(time) + suffix);
            var file = new UndoFile(path, new UndoRecord(command, time, clusterId, connection, undoable));
            if (file.writeNew()) {
                return Optional.of(file);
            }
            time = time.plusMillis(1);
        }
    }

    private static List<Change> undoable(List<Change> changes) {
        var undoable = new ArrayList<Change>();
        for (var change : changes) {
            if (change.isUndoable()) {
                undoable.add(change);
            }
        }
        return undoable;
    }

    /**
     * Keeps what was made, or may be; without any of it the file goes.
     *
     * @return whether there is a way back
     */
    boolean finish(List<Outcome> outcomes) {
        var made = new ArrayList<Change>();
        for (var outcome : outcomes) {
            if (outcome.mayBeMade()) {
                made.add(outcome.change());
            }
        }
        var undoable = undoable(made);
        try {
            if (undoable.isEmpty()) {
                Files.deleteIfExists(path);
            } else if (!undoable.equals(record.changes())) {
                PrivateFile.write(path, record.withChanges(undoable).toJson());
            }
        } catch (IOException ignored) {
            // How the changes fared must still be told. The file has them all: a line for one that was not made finds
            // nothing to take back.
        }
        return !undoable.isEmpty();
    }

    /** @return false where another command has a file of this name */
    private boolean writeNew() {
        try {
            return PrivateFile.writeNew(path, record.toJson());
        } catch (IOException failed) {
            throw new ClusterException(
                    "cannot write the undo file " + path + ": " + FailureText.of(failed) + "; nothing was changed.",
                    failed);
        }
    }

    Path path() {
        return path;
    }
}
