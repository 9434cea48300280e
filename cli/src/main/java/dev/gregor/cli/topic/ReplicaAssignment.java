package dev.gregor.cli.topic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Reads {@code --replica-assignment}: brokers with colons between them, partitions with commas: {@code 1:2,2:3}. */
final class ReplicaAssignment {
    private ReplicaAssignment() {}

    /**
     * Brokers by partition, in order.
     *
     * @throws IllegalArgumentException in Kafka's words, for a repeated broker, unequal replication factors, or no number
     */
    static Map<Integer, List<Integer>> parse(String text) {
        var assignment = new LinkedHashMap<Integer, List<Integer>>();
        if (text.isEmpty()) {
            return assignment;
        }
        int replicationFactor = -1;
        int partition = 0;
        for (var brokersText : text.split(",")) {
            var brokers = new ArrayList<Integer>();
            var repeated = new LinkedHashSet<String>();
            for (var broker : brokersText.split(":")) {
                int id = Integer.parseInt(broker.trim());
                if (brokers.contains(id)) {
                    repeated.add(String.valueOf(id));
                }
                brokers.add(id);
            }
            if (!repeated.isEmpty()) {
                throw new IllegalArgumentException(
                        "Partition replica lists may not contain duplicate entries: " + String.join(",", repeated));
            }
            if (replicationFactor >= 0 && brokers.size() != replicationFactor) {
                throw new IllegalArgumentException(
                        "Partition " + partition + " has different replication factor: " + brokers);
            }
            replicationFactor = brokers.size();
            assignment.put(partition++, brokers);
        }
        return assignment;
    }
}
