package dev.gregor.cli.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.Uuid;

/** {@code partition.metadata}: the id of the topic whose partition a folder holds. */
final class TopicIdFile {
    static final String NAME = "partition.metadata";

    private static final String VERSION = "version: 0";
    private static final String TOPIC_ID = "topic_id: ";

    private TopicIdFile() {}

    /** The id; empty when there is no such file, or none that can be read. */
    static Optional<String> read(PartitionFolder folder) throws IOException {
        var file = folder.path().resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = lines(file);
        return wrong(lines).isEmpty() ? Optional.of(id(lines)) : Optional.empty();
    }

    /** What is wrong with such a file. */
    static Optional<String> wrong(Path file) throws IOException {
        return wrong(lines(file));
    }

    private static List<String> lines(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static String id(List<String> lines) {
        return lines.get(1).substring(TOPIC_ID.length()).strip();
    }

    private static Optional<String> wrong(List<String> lines) {
        if (lines.size() < 2 || !lines.get(0).equals(VERSION) || !lines.get(1).startsWith(TOPIC_ID)) {
            return Optional.of("not the two lines '" + VERSION + "' and '" + TOPIC_ID + "…'");
        }
        var id = id(lines);
        try {
            Uuid.fromString(id);
            return Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.of("'" + id + "' is no topic id");
        }
    }
}
