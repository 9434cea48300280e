package dev.gregor.cli.log;

import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor log stats}: exit 0. */
@Command(
        name = "stats",
        mixinStandardHelpOptions = true,
        description = "Count what is in logs: batches and their sizes, compression, times, producers, keys.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor log stats /var/lib/kafka/orders-0", "  gregor log stats /var/lib/kafka --top 3 -o json"})
public final class LogStatsCommand implements Callable<Integer> {
    private static final int MOST_KEYS = 1_000_000;
    private static final int BAR_WIDTH = 40;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "A partition's folder, or a directory of such.")
    private List<Path> paths = List.of();

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "10",
            description = "So many keys with the most bytes (default: ${DEFAULT-VALUE}).")
    private int top = 10;

    @Override
    public Integer call() throws IOException {
        if (top < 0) {
            throw new ParameterException(spec.commandLine(), "--top: " + top + " is less than none");
        }
        var rows = new ArrayList<Row>();
        var folders = LogPaths.partitions(paths);
        var out = spec.commandLine().getOut();
        try (var progress = ReadingProgress.start(spec, "Counting", folders).whenInterrupted(ReadingProgress.STOPPED)) {
            for (var folder : folders) {
                var statistics = new PartitionStatistics(MOST_KEYS);
                statistics.add(folder, progress::add);
                rows.add(row(folder, statistics));
                if (output.isTable() && folders.size() == 1) {
                    print(out, statistics);
                }
            }
        }
        output.print(out, rows);
        return ExitCode.DONE;
    }

    private Row row(PartitionFolder folder, PartitionStatistics of) {
        return new Row()
                .with("partition", folder.name())
                .with("segments", of.segments())
                .with("batches", of.batches())
                .with("records", of.records())
                .with("bytes", of.bytes())
                .with("ratio", ratio(of))
                .with("keys", of.keys().distinct() + (of.keys().overflowed() ? "+" : ""))
                .with("producers", of.producers())
                .withDetail("uncompressedBytes", of.openedBytes())
                .withDetail("unreadableBytes", of.unreadableBytes())
                .withDetail("largestBatchBytes", of.largestBatchBytes())
                .withDetail("averageBatchBytes", of.batches() == 0 ? 0 : of.bytes() / of.batches())
                .withDetail("firstTimestamp", of.firstTimestampMs())
                .withDetail("lastTimestamp", of.lastTimestampMs())
                .withDetail("transactional", of.recordsOf("transactional"))
                .withDetail("control", of.recordsOf("control"))
                .withDetail("tombstones", of.recordsOf("tombstones"))
                .withDetail("withoutKey", of.recordsOf("withoutKey"))
                .withDetail("withHeaders", of.recordsOf("withHeaders"))
                .withDetail("codecs", of.batchesByCodec())
                .withDetail("batchSizes", sizes(of))
                .withDetail("topKeys", topKeys(of));
    }

    /** Uncompressed bytes to bytes in the file, with two digits. */
    private static String ratio(PartitionStatistics of) {
        long hundredths = of.bytes() == 0 ? 100 : Math.round(100.0 * of.openedBytes() / of.bytes());
        return hundredths / 100 + "." + (hundredths % 100 < 10 ? "0" : "") + hundredths % 100;
    }

    private static Map<String, Object> sizes(PartitionStatistics of) {
        var sizes = new LinkedHashMap<String, Object>();
        of.batchesBySize().forEach((power, count) -> sizes.put(Long.toString(1L << power), count));
        return sizes;
    }

    private List<Map<String, Object>> topKeys(PartitionStatistics of) {
        var keys = new ArrayList<Map<String, Object>>();
        for (var total : of.keys().top(top)) {
            var key = new LinkedHashMap<String, Object>();
            key.put("key", total.key());
            key.put("records", total.records());
            key.put("bytes", total.bytes());
            keys.add(key);
        }
        return keys;
    }

    private void print(PrintWriter out, PartitionStatistics of) {
        out.println("times      " + time(of.firstTimestampMs()) + " to " + time(of.lastTimestampMs()));
        out.println("records    " + of.recordsOf("plain") + " plain, " + of.recordsOf("transactional")
                + " transactional, " + of.recordsOf("control") + " control; " + of.recordsOf("tombstones")
                + " tombstones, " + of.recordsOf("withoutKey") + " without key, " + of.recordsOf("withHeaders")
                + " with headers");
        var codecs = new StringBuilder();
        of.batchesByCodec()
                .forEach((codec, count) -> codecs.append(codecs.isEmpty() ? "" : ", ")
                        .append(count)
                        .append(' ')
                        .append(codec));
        out.println("batches    " + codecs);
        if (of.unreadableBytes() > 0) {
            out.println("unreadable " + of.unreadableBytes() + " bytes; 'gregor log verify' says where");
        }
        long most = of.batchesBySize().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
        of.batchesBySize().forEach((power, count) -> {
            var from = size(power);
            out.println("  " + " ".repeat(Math.max(0, 7 - from.length())) + from + "  "
                    + "#".repeat((int) Math.max(1, count * BAR_WIDTH / most)) + " " + count);
        });
        var keys = of.keys().top(top);
        if (!keys.isEmpty()) {
            out.println("keys with the most bytes");
            keys.forEach(
                    key -> out.println("  " + key.bytes() + " bytes in " + key.records() + " records  " + key.key()));
        }
        out.println();
    }

    private static String size(int power) {
        if (power >= 20) {
            return (1L << (power - 20)) + " MB";
        }
        return power >= 10 ? (1L << (power - 10)) + " KB" : (1L << power) + " B";
    }

    private static String time(long timestampMs) {
        return timestampMs < 0 ? "-" : Instant.ofEpochMilli(timestampMs).toString();
    }
}
