package dev.gregor.cli.reset;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/** Topics as the group tools take them: {@code topic}, or {@code topic:0,1} for some of its partitions. */
public final class TopicArguments {
    private TopicArguments() {}

    /**
     * The partitions chosen.
     *
     * @throws IllegalArgumentException in Kafka's words
     */
    @SuppressWarnings("StringSplitter") // as Kafka splits it
    public static List<TopicPartition> partitions(String argument) {
        var parts = argument.split(":");
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "Invalid topic arg '" + argument + "', expected topic name and partitions");
        }
        var partitions = new ArrayList<TopicPartition>();
        for (var index : parts[1].split(",")) {
            try {
                partitions.add(new TopicPartition(parts[0], Integer.parseInt(index)));
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException(
                        "Invalid partition '" + index + "' specified in topic arg '" + argument + "''", notANumber);
            }
        }
        return partitions;
    }
}
