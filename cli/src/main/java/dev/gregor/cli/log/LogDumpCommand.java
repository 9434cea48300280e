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
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
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
    /** So many batches are kept to make a table of; another follows it. */
    private static final int PAGE_ROWS = 10_000;

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
            description = "At most so many records, or batches.")
    private long most = Long.MAX_VALUE;

    @Override
    public Integer call() throws IOException {
        if (most < 0) {
            throw new ParameterException(spec.commandLine(), "-n: " + most + " is less than none");
        }
        var parts = new ArrayList<Part>();
        var others = new ArrayList<Path>();
        for (var path : paths) {
            if (!Files.isRegularFile(path)) {
                for (var folder : LogPaths.partitions(List.of(path))) {
                    parts.addAll(parts(folder));
                }
                continue;
            }
            var source = SegmentSource.of(path);
            if (source.isEmpty()) {
                others.add(path);
            } else {
                range(source.get().topicPartition(), () -> FolderOffsets.of(path))
                        .ifPresent(range -> parts.add(new Part(source.get(), range.from(), range.to())));
            }
        }
        if (!others.isEmpty()) {
            return dumpEntries(others, paths.size() > others.size());
        }
        return batches ? dumpBatches(parts) : dump(parts);
    }

    /** Entries of indexes, snapshots and checkpoints: each kind of file has fields of its own. */
    private int dumpEntries(List<Path> files, boolean besideRecords) throws IOException {
        if (besideRecords || batches || offsets.isPresent() || format.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    files.get(0) + " has no records, but entries: it stands in a line without files that have records,"
                            + " and without --offsets, --format and --batches");
        }
        var out = spec.commandLine().getOut();
        if (!output.isTable()) {
            var rows = new ArrayList<Row>();
            for (var file : files) {
                rows.addAll(FileRows.of(file));
            }
            output.print(out, rows);
            return ExitCode.DONE;
        }
        for (var file : files) {
            if (files.size() > 1) {
                out.println(file);
            }
            output.print(out, FileRows.of(file));
        }
        return ExitCode.DONE;
    }

    private record Range(long from, long to) {
        static final Range ALL = new Range(0, Long.MAX_VALUE);
    }

    /** What gives the offsets of some files. */
    private interface FilesOffsets {
        FolderOffsets read() throws IOException;
    }

    /** Which offsets are asked for; empty when this partition is not meant. */
    private Optional<Range> range(TopicPartition partition, FilesOffsets files) throws IOException {
        if (offsets.isEmpty()) {
            return Optional.of(Range.ALL);
        }
        var resolved = new OffsetResolver(files.read())
                .resolve(offsets.get(), List.of(partition))
                .get(partition);
        return resolved instanceof Resolution.Range range
                ? Optional.of(new Range(range.from(), range.to().orElse(Long.MAX_VALUE)))
                : Optional.empty();
    }

    private List<Part> parts(PartitionFolder folder) throws IOException {
        var range = range(folder.topicPartition(), () -> FolderOffsets.of(folder));
        var parts = new ArrayList<Part>();
        if (range.isEmpty()) {
            return parts;
        }
        long from = range.get().from();
        long to = range.get().to();
        var segments = folder.segments();
        for (int i = 0; i < segments.size(); i++) {
            boolean endsBefore = i + 1 < segments.size() && segments.get(i + 1) <= from;
            if (!endsBefore && segments.get(i) < to) {
                parts.add(new Part(SegmentSource.of(folder, segments.get(i)), from, to));
            }
        }
        return parts;
    }

    private int dumpBatches(List<Part> parts) throws IOException {
        var out = spec.commandLine().getOut();
        var damages = new ArrayList<String>();
        if (output.isJson()) {
            try (var rows = output.json(out)) {
                readBatches(parts, rows::add, damages);
            }
        } else {
            var page = new ArrayList<Row>();
            readBatches(
                    parts,
                    row -> {
                        if (page.size() == PAGE_ROWS) {
                            output.print(out, page);
                            page.clear();
                        }
                        page.add(row);
                    },
                    damages);
            output.print(out, page);
        }
        return exitCode(damages);
    }

    private void readBatches(List<Part> parts, Consumer<Row> rows, List<String> damages) throws IOException {
        var batchRows = new BatchRows(rows, most);
        for (var part : parts) {
            if (!batchRows.isFull()) {
                try {
                    batchRows.read(part.source(), part.from(), part.to()).ifPresent(damages::add);
                } catch (NoSuchFileException deleted) {
                    // The log has lost its oldest segment meanwhile.
                }
            }
        }
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
                    try {
                        damages.addAll(records.read(part.source(), part.from(), part.to()));
                    } catch (NoSuchFileException deleted) {
                        // The log has lost its oldest segment meanwhile.
                    }
                }
            }
        }
        return exitCode(damages);
    }

    private static int exitCode(List<String> damages) {
        if (damages.isEmpty()) {
            return ExitCode.DONE;
        }
        throw new ClusterException(
                String.join("\n", damages) + "\n'gregor log verify' says what a broker would make of it.");
    }

    private Optional<RecordFormat> format() {
        try {
            return format.map(RecordFormat::of);
        } catch (FormatException wrong) {
            throw new ParameterException(spec.commandLine(), "--format: " + wrong.getMessage());
        }
    }
}
