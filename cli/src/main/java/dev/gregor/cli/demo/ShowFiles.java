package dev.gregor.cli.demo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shows what lies on disk, and fails when a partition's files are not those of Kafka. */
final class ShowFiles implements Chapter {
    private static final String FIRST_SEGMENT = "00000000000000000000";
    private static final int OFFSET_ENTRY_BYTES = 8;
    private static final int TIME_ENTRY_BYTES = 12;

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
                            Transcript.size(used(partition, ".index", OFFSET_ENTRY_BYTES)),
                            Transcript.size(used(partition, ".timeindex", TIME_ENTRY_BYTES))));
        }
        if (logBytes == 0) {
            throw new DemoFailure("every .log is empty, though the records were acknowledged");
        }
        return Transcript.size(logBytes) + " of log in Kafka's own format";
    }

    /** What an index holds: that of the newest segment is made at its full size (segment.index.bytes), zeros to its end. */
    private static long used(Path partition, String suffix, int entryBytes) throws IOException, DemoFailure {
        size(partition, suffix);
        long bytes = 0;
        try (var files = Files.newDirectoryStream(partition, "*" + suffix)) {
            for (var file : files) {
                bytes += usedEntries(file, entryBytes) * entryBytes;
            }
        }
        return bytes;
    }

    /** No entry is all zeros, and none follows an unused one. */
    static long usedEntries(Path index, int entryBytes) throws IOException {
        try (var channel = FileChannel.open(index)) {
            long low = 0;
            long high = channel.size() / entryBytes;
            var entry = ByteBuffer.allocate(entryBytes);
            while (low < high) {
                long middle = (low + high) >>> 1;
                channel.read(entry.clear(), middle * entryBytes);
                if (isZero(entry.flip())) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }
    }

    private static boolean isZero(ByteBuffer entry) {
        while (entry.hasRemaining()) {
            if (entry.get() != 0) {
                return false;
            }
        }
        return true;
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
