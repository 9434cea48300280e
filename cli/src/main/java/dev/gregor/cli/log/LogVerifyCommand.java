package dev.gregor.cli.log;

import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor log verify}: exit 0 when all is well, 3 when there is damage. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Look for damage in logs, indexes, snapshots and checkpoints, and say what a broker would make of it.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor log verify /var/lib/kafka", "  gregor log verify /var/lib/kafka/orders-0 -o json"})
public final class LogVerifyCommand implements Callable<Integer> {
    /** A broker may write while we read: what is wrong each time is damage. */
    private static final int READINGS = 3;

    private static final long BETWEEN_READINGS_MS = 100;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "A partition's folder, or a directory of such.")
    private List<Path> paths = List.of();

    @Option(names = "--shallow", description = "Check CRCs, offsets and indexes, but do not open batches.")
    private boolean shallow;

    private long batches;
    private long bytes;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var folders = LogPaths.partitions(paths);
        var byDirectory = new LinkedHashMap<Path, List<PartitionFolder>>();
        folders.forEach(folder -> byDirectory
                .computeIfAbsent(folder.logDirectory(), first -> new ArrayList<>())
                .add(folder));
        var damages = new LinkedHashMap<String, Set<Damage>>();
        try (var progress =
                ReadingProgress.start(spec, "Verifying", folders).whenInterrupted(ReadingProgress.STOPPED)) {
            for (var directory : byDirectory.entrySet()) {
                var found = new LinkedHashSet<Damage>();
                damages.put(directory.getKey().toString(), found);
                // Read once: with thousands of partitions these files are long, and older ones tell of shorter logs
                // only.
                var facts = new DirectoryFacts(directory.getKey(), found::add);
                for (var folder : directory.getValue()) {
                    damages.computeIfAbsent(folder.name(), first -> new LinkedHashSet<>())
                            .addAll(ofPartition(folder, facts, progress::add));
                }
            }
        }
        return print(damages, folders.size());
    }

    private Set<Damage> ofPartition(PartitionFolder folder, DirectoryFacts facts, LongConsumer read)
            throws IOException, InterruptedException {
        var found = new LinkedHashSet<Damage>();
        var before = folder.stateOfFiles();
        var first = new PartitionVerification(folder, facts, shallow, read, found::add);
        first.run();
        batches += first.batches();
        bytes += first.bytes();
        boolean othersWrite = !folder.stateOfFiles().equals(before);
        if (!found.isEmpty() && (othersWrite || !areAllIn(folder, found))) {
            retainLasting(found, folder);
        }
        return found;
    }

    /** Else some are the directory's: what it says of its partitions was read a while ago. */
    private static boolean areAllIn(PartitionFolder folder, Set<Damage> found) {
        return found.stream()
                .allMatch(damage -> folder.path().equals(damage.file().getParent()));
    }

    /** Reads a partition again, to which somebody writes, and keeps what is wrong each time. */
    private void retainLasting(Set<Damage> found, PartitionFolder folder) throws IOException, InterruptedException {
        for (int reading = 1; reading < READINGS && !found.isEmpty(); reading++) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_READINGS_MS);
            var again = new LinkedHashSet<Damage>();
            var facts = new DirectoryFacts(folder.logDirectory(), ofTheDirectory -> {});
            try (var progress = ReadingProgress.start(spec, "Verifying again", List.of(folder))) {
                new PartitionVerification(folder, facts, shallow, progress::add, again::add).run();
            }
            found.retainAll(again);
        }
    }

    private int print(Map<String, Set<Damage>> damages, int partitions) {
        var out = spec.commandLine().getOut();
        long count = damages.values().stream().mapToLong(Set::size).sum();
        if (!output.isTable()) {
            var rows = new ArrayList<Row>();
            damages.forEach((where, found) -> found.forEach(damage -> rows.add(row(where, damage))));
            output.print(out, rows);
        } else {
            damages.values()
                    .forEach(found -> found.forEach(damage -> {
                        out.println(damage);
                        out.println("    " + damage.atStart());
                    }));
            out.println((count == 0 ? "no damage" : count == 1 ? "1 damage" : count + " damages") + " in " + partitions
                    + (partitions == 1 ? " partition, " : " partitions, ") + batches + " batches, " + bytes + " bytes");
            out.flush();
        }
        return count == 0 ? ExitCode.DONE : ExitCode.DIFFERS;
    }

    private static Row row(String where, Damage damage) {
        return new Row()
                .with("partition", where)
                .with("file", damage.file().toString())
                .with("position", damage.position().orElse(-1))
                .with("offset", damage.offset().orElse(-1))
                .with("what", damage.what())
                .with("atStart", damage.atStart());
    }
}
