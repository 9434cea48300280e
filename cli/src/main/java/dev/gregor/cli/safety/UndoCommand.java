package dev.gregor.cli.safety;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.Row;
import dev.gregor.protocol.ClusterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code gregor undo}: takes back what a command changed, by the lines in its undo file; exit 1 when one of them cannot be
 * taken back. It leaves an undo file itself.
 */
@Command(
        name = "undo",
        mixinStandardHelpOptions = true,
        description = "Take back the changes of a command, from the undo file it left.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor undo --list", "  gregor undo --last --dry-run"})
public final class UndoCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private ChangeOptions change = new ChangeOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The file, as the command named it.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--last", description = "The newest file.")
    private boolean last;

    @Option(names = "--list", description = "Show the files there are, the newest last.")
    private boolean list;

    @Override
    public Integer call() throws IOException {
        int asked = (file.isPresent() ? 1 : 0) + (last ? 1 : 0) + (list ? 1 : 0);
        if (asked != 1) {
            throw new ParameterException(spec.commandLine(), "one of FILE, --last and --list is needed");
        }
        var files = files();
        if (list) {
            return list(files);
        }
        if (last && files.isEmpty()) {
            throw new ClusterException("there is nothing to take back: no file in "
                    + UndoFile.folder(connection.session().environment()) + ".");
        }
        var path = file.orElseGet(() -> files.get(files.size() - 1));
        var record = UndoRecord.read(path);
        return new UndoRun(spec.commandLine(), path, record).run(connection, change);
    }

    private int list(List<Path> files) {
        var rows = new ArrayList<Row>();
        int exitCode = ExitCode.DONE;
        for (var path : files) {
            try {
                rows.add(row(path, UndoRecord.read(path)));
            } catch (ClusterException unreadable) {
                exitCode = ExitCode.FAILED;
                spec.commandLine().getErr().println("gregor undo: " + unreadable.getMessage());
            }
        }
        change.output()
                .print(
                        spec.commandLine(),
                        connection.session().screen(),
                        spec.commandLine().getOut(),
                        rows);
        return exitCode;
    }

    private static Row row(Path path, UndoRecord record) {
        return new Row()
                .with("file", path.toString())
                .with("time", record.time().toString())
                .with("command", record.command())
                .with("changes", record.changes().size())
                .withDetail("clusterId", record.clusterId().orElse(""))
                .withDetail("connection", record.connection());
    }

    /** Their names begin with their times, so they sort by age. */
    private List<Path> files() throws IOException {
        var folder = UndoFile.folder(connection.session().environment());
        var files = new ArrayList<Path>();
        if (Files.isDirectory(folder)) {
            try (var entries = Files.newDirectoryStream(folder, "*.json")) {
                entries.forEach(files::add);
            }
        }
        files.sort(null);
        return files;
    }
}
