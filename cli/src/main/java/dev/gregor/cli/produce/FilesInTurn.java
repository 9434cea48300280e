package dev.gregor.cli.produce;

import dev.gregor.protocol.ClusterException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The records of files, one file after the other: a file's last record ends with it, whether it ends in a line feed or not. */
final class FilesInTurn implements RecordInput {
    private final Iterator<Path> files;
    private final Form form;
    private Optional<OpenFile> current = Optional.empty();

    /** How a file is cut into records. */
    @FunctionalInterface
    interface Form {
        RecordInput read(InputStream in) throws IOException;
    }

    private record OpenFile(Path file, InputStream in, RecordInput records) {}

    FilesInTurn(List<Path> files, Form form) {
        this.files = List.copyOf(files).iterator();
        this.form = form;
    }

    /**
     * Looks whether all can be read, so that none is missed half-way.
     *
     * @throws ClusterException naming the one that cannot
     */
    static void check(List<Path> files) {
        for (var file : files) {
            if (!Files.exists(file)) {
                throw new ClusterException("no such file: " + file);
            }
            if (Files.isDirectory(file) || !Files.isReadable(file)) {
                throw new ClusterException(
                        "cannot read " + file + (Files.isDirectory(file) ? ": it is a folder" : ": permission denied"));
            }
        }
    }

    @Override
    public Optional<ProducerRecord<byte[], byte[]>> next() throws IOException {
        while (current.isPresent() || files.hasNext()) {
            if (current.isEmpty()) {
                current = Optional.of(open(files.next()));
            }
            var record = next(current.get());
            if (record.isPresent()) {
                return record;
            }
            close();
        }
        return Optional.empty();
    }

    private OpenFile open(Path file) {
        try {
            var in = Files.newInputStream(file);
            return new OpenFile(file, in, form.read(in));
        } catch (IOException failed) {
            throw unreadable(file, failed);
        }
    }

    private static Optional<ProducerRecord<byte[], byte[]>> next(OpenFile open) {
        try {
            return open.records().next();
        } catch (IOException failed) {
            throw unreadable(open.file(), failed);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(open.file() + ": " + wrong.getMessage(), wrong);
        }
    }

    static ClusterException unreadable(Path file, IOException failed) {
        if (failed instanceof NoSuchFileException) {
            return new ClusterException("no such file: " + file, failed);
        }
        var reason = failed instanceof AccessDeniedException ? "permission denied" : failed.getMessage();
        return new ClusterException("cannot read " + file + ": " + reason, failed);
    }

    @Override
    public void close() throws IOException {
        if (current.isPresent()) {
            current.get().records().close();
            current.get().in().close();
        }
        current = Optional.empty();
    }
}
