package dev.gregor.conformance.file;

import dev.gregor.conformance.program.Program;
import dev.gregor.conformance.program.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Apache Kafka's own tool that looks into files. */
final class DumpLogSegments {
    private final Path scratch;

    DumpLogSegments(Path scratch) {
        this.scratch = scratch;
    }

    /** What it complains of in all logs, indexes and snapshots below a folder, a line each; empty if all is well. */
    List<String> complaints(Path data) throws IOException {
        var complaints = new ArrayList<String>();
        var logs = files(data, ".log");
        var indexes = files(data, ".index", ".timeindex");
        complaints.addAll(run(logs, "--deep-iteration"));
        complaints.addAll(run(files(data, ".snapshot")));
        complaints.addAll(run(indexes, "--index-sanity-check"));
        complaints.addAll(run(indexes, "--verify-index-only"));
        var offsets = logs.stream()
                .filter(it -> it.toString().contains("__consumer_offsets"))
                .toList();
        complaints.addAll(run(offsets, "--offsets-decoder"));
        var metadata = logs.stream()
                .filter(it -> it.toString().contains("__cluster_metadata"))
                .toList();
        complaints.addAll(run(metadata, "--cluster-metadata-decoder", "--skip-record-metadata"));
        return complaints;
    }

    private List<String> run(List<Path> files, String... options) {
        if (files.isEmpty()) {
            return List.of();
        }
        var arguments = new ArrayList<String>(List.of(options));
        arguments.add("--files");
        arguments.add(files.stream().map(Path::toString).collect(Collectors.joining(",")));
        return complaints(Program.kafkaTool("org.apache.kafka.tools.DumpLogSegments")
                .run(scratch, arguments.toArray(new String[0])));
    }

    /** Of every segment but the first the tool says that its base offset, which is its file's name, does not follow -1. */
    private static List<String> complaints(ProgramRun run) {
        var complaints = new ArrayList<String>();
        if (run.exitCode() != 0) {
            complaints.add("exit code " + run.exitCode());
        }
        var heading = "";
        for (var line : run.err().lines().toList()) {
            if (line.startsWith("Non-consecutive offsets")) {
                heading = line;
            } else if (!isBaseOffset(heading, line)) {
                complaints.add(heading.isEmpty() ? line : heading + line);
            }
        }
        run.out()
                .lines()
                .filter(line -> line.contains("invalid bytes") || line.contains("isvalid: false"))
                .forEach(complaints::add);
        return complaints;
    }

    private static boolean isBaseOffset(String heading, String line) {
        var start = "  -1 is followed by ";
        return line.startsWith(start)
                && heading.endsWith(String.format("/%020d.log", Long.parseLong(line.substring(start.length()))));
    }

    private static List<Path> files(Path data, String... endings) throws IOException {
        try (var files = Files.walk(data)) {
            return files.filter(file -> {
                        for (var ending : endings) {
                            if (file.toString().endsWith(ending)) {
                                return true;
                            }
                        }
                        return false;
                    })
                    .sorted()
                    .toList();
        }
    }
}
