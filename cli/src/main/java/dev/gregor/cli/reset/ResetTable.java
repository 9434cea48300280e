package dev.gregor.cli.reset;

import dev.gregor.cli.grouptool.Padded;
import java.io.PrintStream;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The new offsets of groups as the consumer and the share tool print them. */
public final class ResetTable {
    private ResetTable() {}

    /** Prints them, by group and partition. */
    public static void print(PrintStream out, Map<String, Map<TopicPartition, Long>> offsets) {
        int groupWidth = 15;
        int topicWidth = 15;
        for (var group : offsets.entrySet()) {
            groupWidth = Math.max(groupWidth, group.getKey().length());
            for (var partition : group.getValue().keySet()) {
                topicWidth = Math.max(topicWidth, partition.topic().length());
            }
        }
        if (!offsets.isEmpty()) {
            out.print("\n"
                    + new Padded()
                            .cell("GROUP", groupWidth)
                            .cell("TOPIC", topicWidth)
                            .cell("PARTITION", 10)
                            .last("NEW-OFFSET"));
        }
        for (var group : offsets.entrySet()) {
            for (var offset : group.getValue().entrySet()) {
                out.print("\n"
                        + new Padded()
                                .cell(group.getKey(), groupWidth)
                                .cell(offset.getKey().topic(), topicWidth)
                                .cell(String.valueOf(offset.getKey().partition()), 10)
                                .last(String.valueOf(offset.getValue())));
            }
        }
        out.println();
    }
}
