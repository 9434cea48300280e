package dev.gregor.cli.log;

import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor log ls}: exit 0. Reads names and sizes only. */
@Command(
        name = "ls",
        mixinStandardHelpOptions = true,
        description = "List the partitions in a directory with the files they have.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor log ls /var/lib/kafka", "  gregor log ls /var/lib/kafka -o json"})
public final class LogListCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "A directory of log.dirs, or a partition's folder.")
    private List<Path> paths = List.of();

    @Override
    public Integer call() throws IOException {
        var rows = new ArrayList<Row>();
        for (var folder : LogPaths.partitions(paths)) {
            var segments = folder.segments();
            rows.add(new Row()
                    .with("partition", folder.name())
                    .with("segments", segments.size())
                    .with("start", segments.isEmpty() ? 0L : segments.get(0))
                    .with("bytes", bytes(folder, ".log"))
                    .with("indexBytes", bytes(folder, "index"))
                    .with("topicId", TopicIdFile.read(folder).orElse("-"))
                    .withDetail("topic", folder.topic())
                    .withDetail("number", folder.partition())
                    .withDetail("state", folder.state().isEmpty() ? "in use" : folder.state())
                    .withDetail("path", folder.path().toString()));
        }
        output.print(spec.commandLine().getOut(), rows);
        return ExitCode.DONE;
    }

    private static long bytes(PartitionFolder folder, String ending) throws IOException {
        long bytes = 0;
        for (var file : folder.files(name -> name.endsWith(ending))) {
            try {
                bytes += Files.size(file);
            } catch (NoSuchFileException deleted) {
                // Since it was listed.
            }
        }
        return bytes;
    }
}
