package dev.gregor.broker.storage;

import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** A checkpoint file of offsets by partition: {@code topic partition offset} a line. */
final class OffsetCheckpoint {
    private final File file;
    private String lastWritten = "";
    private volatile Set<TopicPartition> named = Set.of();

    OffsetCheckpoint(File dir, String name) {
        this.file = new File(dir, name);
    }

    File file() {
        return file;
    }

    /** @throws IOException if the file is there but is no checkpoint */
    Map<TopicPartition, Long> read() throws IOException {
        var offsets = new HashMap<TopicPartition, Long>();
        CheckpointText.read(file, line -> {
            int second = line.lastIndexOf(' ');
            int first = second <= 0 ? -1 : line.lastIndexOf(' ', second - 1);
            if (first <= 0) {
                return false;
            }
            try {
                offsets.put(
                        new TopicPartition(
                                line.substring(0, first), Integer.parseInt(line.substring(first + 1, second))),
                        Long.parseLong(line.substring(second + 1)));
                return true;
            } catch (NumberFormatException e) {
                return false;
            }
        });
        named = Set.copyOf(offsets.keySet());
        return offsets;
    }

    /** Whether the file, as last read or written here, has an entry of a partition. */
    boolean names(TopicPartition partition) {
        return named.contains(partition);
    }

    /** Replaces the file, if anything has changed since it was last written here. */
    void write(Map<TopicPartition, Long> offsets) throws IOException {
        var text = new CheckpointText();
        offsets.forEach(
                (partition, offset) -> text.add(partition.topic() + " " + partition.partition() + " " + offset));
        var content = text.text();
        if (!content.equals(lastWritten)) {
            TextFile.replace(file, content);
            lastWritten = content;
            named = offsets.keySet();
        }
    }
}
