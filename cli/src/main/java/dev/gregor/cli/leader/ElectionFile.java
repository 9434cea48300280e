package dev.gregor.cli.leader;

import dev.gregor.cli.partition.JsonTree;
import dev.gregor.cli.partition.TextFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import org.apache.kafka.common.TopicPartition;

/** {@code --path-to-json-file}: the partitions to elect leaders of. */
final class ElectionFile {
    private ElectionFile() {}

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException in Kafka's words
     */
    static Collection<TopicPartition> read(String file) {
        var text = TextFile.read(file);
        try {
            var json = JsonTree.read(text)
                    .orElseThrow(() -> new IllegalArgumentException("Replica election data is empty"));
            var items = json.find("partitions")
                    .orElseThrow(
                            () -> new IllegalArgumentException("Replica election data is missing \"partitions\" field"))
                    .items();
            var partitions = new ArrayList<TopicPartition>();
            for (var item : items) {
                partitions.add(new TopicPartition(
                        item.field("topic").text(), item.field("partition").integer()));
            }
            return unique(partitions);
        } catch (JsonTree.MismatchException mismatch) {
            // As Kafka's tool prints it.
            throw new IllegalArgumentException(
                    "com.fasterxml.jackson.databind.JsonMappingException: " + mismatch.getMessage(), mismatch);
        }
    }

    private static Collection<TopicPartition> unique(Collection<TopicPartition> partitions) {
        var duplicates = new HashSet<TopicPartition>();
        for (var partition : partitions) {
            if (Collections.frequency(partitions, partition) > 1) {
                duplicates.add(partition);
            }
        }
        if (!duplicates.isEmpty()) {
            throw new IllegalArgumentException("Replica election data contains duplicate partitions: " + duplicates);
        }
        return new HashSet<>(partitions);
    }
}
