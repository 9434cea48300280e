package dev.gregor.cli.produce;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A record of each file, whole. */
final class FileInput implements RecordInput {
    private final List<Path> files;
    private final RecordShape shape;
    private int taken;

    FileInput(List<Path> files, RecordShape shape) {
        this.files = List.copyOf(files);
        this.shape = shape;
    }

    @Override
    public Optional<ProducerRecord<byte[], byte[]>> next() {
        if (taken == files.size()) {
            return Optional.empty();
        }
        var file = files.get(taken++);
        try {
            return Optional.of(shape.of(null, Files.readAllBytes(file)));
        } catch (IOException failed) {
            throw FilesInTurn.unreadable(file, failed);
        }
    }

    @Override
    public double share() {
        return (double) taken / files.size();
    }

    @Override
    public String howToGoOn(long sent) {
        return "To go on, begin after file " + sent + " (" + files.get((int) sent - 1) + ").";
    }
}
