package dev.gregor.cli.safety;

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
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var suffix = "-" + command.replace("gregor ", "").replace(' ', '-') + ".json";
        var folder = folder(environment);
        // Names sort by age, which is how the last one is found.
        while (Files.exists(folder.resolve(STAMP.format(now) + suffix))) {
            now = now.plusMillis(1);
        }
        var path = folder.resolve(STAMP.format(now) + suffix);
        var file = new UndoFile(path, new UndoRecord(command, now, clusterId, connection, undoable));
        file.write(file.record);
        return Optional.of(file);
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

    /** Keeps what was made; without any of it the file goes. */
    void finish(List<Outcome> outcomes) {
        var made = new ArrayList<Change>();
        for (var outcome : outcomes) {
            if (!outcome.isFailed()) {
                made.add(outcome.change());
            }
        }
        var undoable = undoable(made);
        try {
            if (undoable.isEmpty()) {
                Files.deleteIfExists(path);
            } else if (!undoable.equals(record.changes())) {
                write(record.withChanges(undoable));
            }
        } catch (IOException failed) {
            throw new ClusterException("cannot remove " + path + ": " + failed.getMessage(), failed);
        }
    }

    private void write(UndoRecord content) {
        try {
            PrivateFile.write(path, content.toJson());
        } catch (IOException failed) {
            throw new ClusterException(
                    "cannot write the undo file " + path + ": " + failed.getMessage() + "; nothing was changed.",
                    failed);
        }
    }

    boolean exists() {
        return Files.exists(path);
    }

    Path path() {
        return path;
    }
}
