package dev.gregor.cli.log;

import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor log offsets}: exit 0, also for a log that cannot be read to its end: it ends there, which stderr tells. */
@Command(
        name = "offsets",
        mixinStandardHelpOptions = true,
        description = "Show where logs begin and end, and the times in them.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor log offsets /var/lib/kafka", "  gregor log offsets /var/lib/kafka/orders-0 --segments"})
public final class LogOffsetsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "A partition's folder, or a directory of such.")
    private List<Path> paths = List.of();

    @Option(names = "--segments", description = "A line for each segment.")
    private boolean segments;

    @Override
    public Integer call() throws IOException {
        var rows = new ArrayList<Row>();
        var damages = new ArrayList<String>();
        var folders = LogPaths.partitions(paths);
        try (var progress = ReadingProgress.start(spec, "Reading", folders).whenInterrupted(ReadingProgress.STOPPED)) {
            for (var folder : folders) {
                var ranges = new ArrayList<SegmentRange>();
                for (long segment : folder.segments()) {
                    SegmentRange.read(folder.file(segment, ".log"), segment, progress::add)
                            .ifPresent(ranges::add);
                }
                ranges.forEach(range -> range.damage().ifPresent(damages::add));
                if (segments) {
                    ranges.forEach(range ->
                            rows.add(row(folder, List.of(range)).withDetail("baseOffset", range.baseOffset())));
                } else {
                    rows.add(row(folder, ranges).with("segments", ranges.size()));
                }
            }
        }
        output.print(spec.commandLine().getOut(), rows);
        damages.forEach(spec.commandLine().getErr()::println);
        return ExitCode.DONE;
    }

    private static Row row(PartitionFolder folder, List<SegmentRange> ranges) {
        boolean empty = ranges.isEmpty();
        long start = empty ? 0 : ranges.get(0).baseOffset();
        long end = empty ? 0 : ranges.get(ranges.size() - 1).endOffset();
        long first = -1;
        long last = -1;
        long size = 0;
        long batches = 0;
        for (var range : ranges) {
            first = first < 0 ? range.firstTimestampMs() : first;
            last = Math.max(last, range.maxTimestampMs());
            size += range.sizeBytes();
            batches += range.batches();
        }
        return new Row()
                .with("partition", folder.name())
                .with("start", start)
                .with("end", end)
                .with("bytes", size)
                .with("firstTime", time(first))
                .with("lastTime", time(last))
                .withDetail("batches", batches)
                .withDetail("firstTimestampMs", first)
                .withDetail("lastTimestampMs", last)
                .withDetail("path", folder.path().toString());
    }

    /** In UTC to the second, so that a line has room for two. */
    private static String time(long timestampMs) {
        return timestampMs < 0
                ? "-"
                : Instant.ofEpochSecond(Math.floorDiv(timestampMs, 1000)).toString();
    }
}
