package dev.gregor.cli.grouptool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/** Partitions as Kafka's tools write them: {@code topic:0,1;other:2}, sorted. */
public final class PartitionsText {
    private PartitionsText() {}

    /** {@code topic:0,1;other:2}. */
    public static String of(List<TopicPartition> partitions) {
        var indexesByTopic = new TreeMap<String, TreeSet<Integer>>();
        for (var partition : partitions) {
            var indexes = indexesByTopic.get(partition.topic());
            if (indexes == null) {
                indexes = new TreeSet<>();
                indexesByTopic.put(partition.topic(), indexes);
            }
            indexes.add(partition.partition());
        }
        var texts = new ArrayList<String>();
        for (var topic : indexesByTopic.entrySet()) {
            texts.add(topic.getKey() + ":" + indexes(topic.getValue()));
        }
        // Kafka sorts the finished texts, so that "a.b:0" stands before "a:0".
        texts.sort(null);
        return String.join(";", texts);
    }

    /** {@code 0,1}. */
    public static String indexes(Iterable<Integer> indexes) {
        var text = new StringBuilder();
        var separator = "";
        for (var index : indexes) {
            text.append(separator).append(index);
            separator = ",";
        }
        return text.toString();
    }

    /** By topic, then by number. */
    public static List<TopicPartition> sorted(Iterable<TopicPartition> partitions) {
        var sorted = new ArrayList<TopicPartition>();
        partitions.forEach(sorted::add);
        sorted.sort(Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition));
        return sorted;
    }
}
