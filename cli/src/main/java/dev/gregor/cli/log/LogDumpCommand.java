package dev.gregor.cli.log;

import dev.gregor.cli.ExitCode;
import dev.gregor.cli.Session;
import dev.gregor.cli.offsets.OffsetResolver;
import dev.gregor.cli.offsets.Offsets;
import dev.gregor.cli.offsets.OffsetsConverter;
import dev.gregor.cli.offsets.Resolution;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import dev.gregor.cli.record.FormatException;
import dev.gregor.cli.record.RecordFormat;
import dev.gregor.protocol.ClusterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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

/** {@code gregor log dump}: exit 1 when something could not be read to its end; what can be read is printed. */
@Command(
        name = "dump",
        mixinStandardHelpOptions = true,
        description =
                "Print the records of partitions, or the entries of one of their files. Records of Kafka's own topics"
                        + " are decoded.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gregor log dump /var/lib/kafka/orders-0 --offsets -10:end",
            "  gregor log dump /var/lib/kafka/orders-0 --batches -o json"
        })
public final class LogDumpCommand implements Callable<Integer> {
    /** A file to read, and from which offset up to which. */
    private record Part(SegmentSource source, long from, long to) {}

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "A partition's folder, a directory of such, or one file of a log.")
    private List<Path> paths = List.of();

    @Option(
            names = "--offsets",
            paramLabel = "OFFSETS",
            converter = OffsetsConverter.class,
            description =
                    "Which records: start, end, +n, -n, n, @time, or two of them with a colon between (default: all).")
    private Optional<Offsets> offsets = Optional.empty();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "As in 'gregor consume': %%t %%p %%o %%T %%k %%v %%h and more; \\n ends a line.")
    private Optional<String> format = Optional.empty();

    @Option(names = "--batches", description = "Batches instead of records.")
    private boolean batches;

    @Option(names = "--raw", description = "Print records of Kafka's own topics as they are.")
    private boolean raw;

    @Option(
            names = {"-n", "--max"},
            paramLabel = "N",
            description = "At most so many records.")
    private long most = Long.MAX_VALUE;

    @Override
    public Integer call() throws IOException {
        var parts = new ArrayList<Part>();
        var rows = new ArrayList<Row>();
        for (var path : paths) {
            if (Files.isRegularFile(path)) {
                var source = SegmentSource.of(path);
                if (source.isEmpty()) {
                    rows.addAll(FileRows.of(path));
                } else {
                    parts.add(new Part(source.get(), 0, Long.MAX_VALUE));
                }
            } else {
                LogPaths.partitions(List.of(path)).forEach(folder -> parts.addAll(parts(folder)));
            }
        }
        if (batches) {
            for (var part : parts) {
                rows.addAll(BatchRows.of(part.source(), part.from(), part.to()));
            }
        }
        if (batches || parts.isEmpty()) {
            output.print(spec.commandLine().getOut(), rows);
            return ExitCode.DONE;
        }
        return dump(parts);
    }

    private List<Part> parts(PartitionFolder folder) {
        long from = 0;
        long to = Long.MAX_VALUE;
        if (offsets.isPresent()) {
            var partition = folder.topicPartition();
            var resolved = new OffsetResolver(new FolderOffsets(folder))
                    .resolve(offsets.get(), List.of(partition))
                    .get(partition);
            if (!(resolved instanceof Resolution.Range range)) {
                return List.of(); // this partition is not meant
            }
            from = range.from();
            to = range.to().orElse(Long.MAX_VALUE);
        }
        var parts = new ArrayList<Part>();
        var segments = folder.segments();
        for (int i = 0; i < segments.size(); i++) {
            boolean endsBefore = i + 1 < segments.size() && segments.get(i + 1) <= from;
            if (!endsBefore && segments.get(i) < to) {
                parts.add(new Part(SegmentSource.of(folder, segments.get(i)), from, to));
            }
        }
        return parts;
    }

    private int dump(List<Part> parts) throws IOException {
        var out = spec.commandLine().getOut();
        boolean several = parts.stream()
                        .map(part -> part.source().file().getParent())
                        .distinct()
                        .count()
                > 1;
        var damages = new ArrayList<String>();
        try (var sink = output.isTable()
                ? new RecordLines(Session.of(spec).streams().out(), format(), several)
                : new RecordRows(output.json(out))) {
            var records = new SegmentRecords(sink, raw, most);
            for (var part : parts) {
                if (!records.isFull()) {
                    read(records, part).ifPresent(damages::add);
                }
            }
        }
        if (!damages.isEmpty()) {
            throw new ClusterException(
                    String.join("\n", damages) + "\n'gregor log verify' says what a broker would make of it.");
        }
        return ExitCode.DONE;
    }

    private Optional<RecordFormat> format() {
        try {
            return format.map(RecordFormat::of);
        } catch (FormatException wrong) {
            throw new ParameterException(spec.commandLine(), "--format: " + wrong.getMessage());
        }
    }

    private static Optional<String> read(SegmentRecords records, Part part) throws IOException {
        try {
            return records.read(part.source(), part.from(), part.to());
        } catch (NoSuchFileException deleted) {
            return Optional.empty(); // the log has lost its oldest segment meanwhile
        }
    }
}
