package dev.gregor.cli.log;

import dev.gregor.cli.Session;
import dev.gregor.cli.progress.Progress;
import dev.gregor.cli.progress.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** How far the reading of logs is, by their bytes. */
final class ReadingProgress {
    /** For who stops it. */
    static final String STOPPED = "Stopped; nothing was written. The same line starts again.";

    private ReadingProgress() {}

    /** Begins now, with all logs of these folders ahead. Their sizes are asked for only where someone looks. */
    static Progress start(CommandSpec command, String what, List<PartitionFolder> folders) throws IOException {
        var session = Session.of(command);
        long total = session.screen().isTerminal() ? bytes(folders) : Progress.UNKNOWN;
        return Progress.start(session, command.commandLine().getErr(), what, Unit.BYTES, total);
    }

    private static long bytes(List<PartitionFolder> folders) throws IOException {
        long bytes = 0;
        for (var folder : folders) {
            for (var log : folder.files(name -> name.endsWith(".log"))) {
                try {
                    bytes += Files.size(log);
                } catch (NoSuchFileException deleted) {
                    // Since it was listed.
                }
            }
        }
        return bytes;
    }
}
