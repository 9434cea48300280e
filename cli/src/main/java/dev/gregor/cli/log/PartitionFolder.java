package dev.gregor.cli.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;

/**
 * The folder of one partition.
 *
 * @param state what a folder's name says beside the partition: {@code future}, {@code delete}, {@code stray}; empty for a log
 *     in use
 */
record PartitionFolder(Path path, String topic, int partition, String state) {
    private static final int OFFSET_DIGITS = 20;
    private static final String GREATEST_OFFSET = "0" + Long.MAX_VALUE;

    /** By its name, {@code topic-partition} or {@code topic-partition.id-state}; empty when it is none. */
    static Optional<PartitionFolder> of(Path path) {
        var absolute = path.toAbsolutePath().normalize();
        if (absolute.getFileName() == null || !Files.isDirectory(absolute)) {
            return Optional.empty();
        }
        var name = absolute.getFileName().toString();
        var state = "";
        for (var ending : List.of("future", "delete", "stray")) {
            int id = name.lastIndexOf('.');
            if (name.endsWith("-" + ending) && id > 0) {
                name = name.substring(0, id);
                state = ending;
            }
        }
        int dash = name.lastIndexOf('-');
        if (dash <= 0 || dash == name.length() - 1 || !isNumber(name.substring(dash + 1), 9)) {
            return Optional.empty();
        }
        return Optional.of(
                new PartitionFolder(path, name.substring(0, dash), Integer.parseInt(name.substring(dash + 1)), state));
    }

    private static boolean isNumber(String text, int mostDigits) {
        return !text.isEmpty() && text.length() <= mostDigits && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** No greater than an offset can be; digits of one length compare as their numbers do. */
    private static boolean isOffset(String digits) {
        return isNumber(digits, OFFSET_DIGITS) && digits.compareTo(GREATEST_OFFSET) <= 0;
    }

    TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }

    /** As it is told to people. */
    String name() {
        return topic + "-" + partition + (state.isEmpty() ? "" : " (" + state + ")");
    }

    /** The base offsets of its segments, in order. */
    List<Long> segments() {
        return offsets(".log");
    }

    /** The offsets its files of this ending are named by, in order. */
    List<Long> offsets(String ending) {
        return files(name -> name.endsWith(ending)
                        && name.length() == OFFSET_DIGITS + ending.length()
                        && isOffset(name.substring(0, OFFSET_DIGITS)))
                .stream()
                .map(file -> Long.parseLong(file.getFileName().toString().substring(0, OFFSET_DIGITS)))
                .toList();
    }

    /** Its files by their names, in order; none when the folder is just being taken away. */
    List<Path> files(Predicate<String> wanted) {
        try (var files = Files.list(path)) {
            return files.filter(file -> wanted.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException gone) {
            if (!Files.exists(path)) {
                return List.of();
            }
            throw new UncheckedIOException(gone);
        }
    }

    /** Sizes and times of all of its files: as long as they stay the same, nobody writes to it. */
    Map<Path, FileState> stateOfFiles() throws IOException {
        var states = new HashMap<Path, FileState>();
        for (var file : files(name -> true)) {
            try {
                var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                states.put(file, new FileState(attributes.size(), attributes.lastModifiedTime()));
            } catch (NoSuchFileException deleted) {
                // Since it was listed.
            }
        }
        return states;
    }

    record FileState(long sizeBytes, FileTime modified) {}

    /** One file of a segment, or a snapshot. */
    Path file(long offset, String ending) {
        var digits = Long.toString(offset);
        return path.resolve("0".repeat(OFFSET_DIGITS - digits.length()) + digits + ending);
    }

    /** The folder of all logs it is in. */
    Path logDirectory() {
        var parent = path.toAbsolutePath().normalize().getParent();
        return parent == null ? path : parent;
    }
}
