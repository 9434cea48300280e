package dev.gregor.cli.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;

/** A segment of a few records with its indexes, for the programs that look into files. */
final class TrainingLog implements Closeable {
    private static final String SEGMENT = "00000000000000000000";

    private final Path folder;

    TrainingLog() throws IOException {
        folder = Files.createTempDirectory("gregor-training-log");
        int position = 0;
        try (var log = Files.newByteChannel(
                folder.resolve(SEGMENT + ".log"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (var compression : List.of(
                    Compression.NONE,
                    Compression.gzip().build(),
                    Compression.lz4().build())) {
                position = (int) log.position();
                log.write(MemoryRecords.withRecords(
                                position == 0 ? 0 : 1,
                                compression,
                                new SimpleRecord(1, "key".getBytes(UTF_8), "value".getBytes(UTF_8)))
                        .buffer());
            }
        }
        Files.write(
                folder.resolve(SEGMENT + ".index"),
                ByteBuffer.allocate(8).putInt(1).putInt(position).array());
        Files.write(
                folder.resolve(SEGMENT + ".timeindex"),
                ByteBuffer.allocate(12).putLong(1).putInt(1).array());
    }

    /** The path of its files without their endings. */
    String segment() {
        return folder.resolve(SEGMENT).toString();
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
