package dev.gregor.cli.partition;

import dev.gregor.cli.names.Globs;
import dev.gregor.protocol.ClusterException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Partitions as a line names them: {@code orders}, {@code orders:3}, {@code 'ord*'}; all when it names none. */
public record PartitionSelection(List<String> words) {
    public PartitionSelection {
        words = List.copyOf(words);
    }

    /**
     * What they mean among these topics.
     *
     * @param counts the number of partitions of each topic
     * @throws ClusterException when a topic or a partition does not exist
     */
    public Set<TopicPartition> among(Map<String, Integer> counts) {
        var selected = new LinkedHashSet<TopicPartition>();
        for (var word : words.isEmpty() ? List.of("*") : words) {
            int colon = word.lastIndexOf(':');
            var topics = List.of(colon < 0 ? word : word.substring(0, colon));
            if (counts.isEmpty() && words.isEmpty()) {
                return selected;
            }
            for (var topic : Globs.expand("topic", topics, counts.keySet())) {
                int count = counts.getOrDefault(topic, 0);
                if (colon < 0) {
                    selected.addAll(all(topic, count));
                } else {
                    selected.add(new TopicPartition(topic, number(word, colon, topic, count)));
                }
            }
        }
        return selected;
    }

    private static List<TopicPartition> all(String topic, int count) {
        var partitions = new ArrayList<TopicPartition>();
        for (int i = 0; i < count; i++) {
            partitions.add(new TopicPartition(topic, i));
        }
        return partitions;
    }

    private static int number(String word, int colon, String topic, int count) {
        try {
            int number = Integer.parseInt(word.substring(colon + 1));
            if (number >= 0 && number < count) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below.
        }
        throw new ClusterException("no partition '" + word.substring(colon + 1) + "' in topic " + topic
                + " (it has 0 to " + (count - 1) + ")");
    }
}
