package dev.gregor.cli.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** Offsets of a topic's partitions in the grammar of {@code --to}: {@code 0=5,1=7}. */
public final class PositionsText {
    private PositionsText() {}

    public static String of(Map<TopicPartition, Long> offsets) {
        var byIndex = new TreeMap<Integer, Long>();
        offsets.forEach((partition, offset) -> byIndex.put(partition.partition(), offset));
        var texts = new ArrayList<String>();
        byIndex.forEach((index, offset) -> texts.add(index + "=" + offset));
        return String.join(",", texts);
    }

    /** The line that has a group stand there again. */
    public static List<String> resetLine(String group, String topic, Map<TopicPartition, Long> offsets) {
        return List.of("group", "reset", group, "--topic", topic, "--to", of(offsets));
    }
}
