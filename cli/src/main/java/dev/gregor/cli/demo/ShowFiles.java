package dev.gregor.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shows what lies on disk, and fails when a partition's files are not those of Kafka. */
final class ShowFiles implements Chapter {
    private static final String FIRST_SEGMENT = "00000000000000000000";

    @Override
    public String title() {
        return "look at the disk";
    }

    @Override
    public String play(Stage stage) throws Exception {
        long logBytes = 0;
        stage.transcript().below(row("", ".log", ".index", ".timeindex"));
        for (int i = 0; i < Stage.PARTITIONS; i++) {
            var name = Stage.TOPIC + "-" + i;
            var partition = stage.broker().dataFolder().resolve(name);
            long log = size(partition, ".log");
            logBytes += log;
            stage.transcript()
                    .below(row(
                            name + "/",
                            Transcript.size(log),
                            Transcript.size(size(partition, ".index")),
                            Transcript.size(size(partition, ".timeindex"))));
        }
        if (logBytes == 0) {
            throw new DemoFailure("every .log is empty, though the records were acknowledged");
        }
        return Transcript.size(logBytes) + " of log in Kafka's own format";
    }

    private static long size(Path partition, String suffix) throws IOException, DemoFailure {
        var first = partition.resolve(FIRST_SEGMENT + suffix);
        if (!Files.isRegularFile(first)) {
            throw new DemoFailure("there is no " + first);
        }
        long bytes = 0;
        try (var files = Files.newDirectoryStream(partition, "*" + suffix)) {
            for (var file : files) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    private static String row(String name, String... columns) {
        var row = new StringBuilder(Transcript.padded(name, 9));
        for (var column : columns) {
            row.append(" ".repeat(Math.max(11 - column.length(), 1))).append(column);
        }
        return row.toString();
    }
}
