package dev.gregor.cli.group;

import dev.gregor.cli.reset.LogOffsets;
import dev.gregor.cli.reset.TopicArguments;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** The partitions that {@code --topic} chooses: whole topics, or {@code topic:0,1}. */
final class OffsetScope {
    private final ClusterClient client;
    private final List<String> arguments;

    OffsetScope(ClusterClient client, List<String> arguments) {
        this.client = client;
        this.arguments = arguments;
    }

    /**
     * The partitions; empty when nothing is chosen.
     *
     * @throws ClusterException when a topic or a partition does not exist
     */
    Optional<List<TopicPartition>> partitions() {
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        var partitions = new ArrayList<TopicPartition>();
        for (var argument : arguments) {
            int colon = argument.indexOf(':');
            var topic = colon < 0 ? argument : argument.substring(0, colon);
            var existing = existing(topic);
            if (colon < 0) {
                partitions.addAll(existing);
                continue;
            }
            for (var partition : chosen(argument)) {
                if (!existing.contains(partition)) {
                    throw new ClusterException("there is no partition " + partition + ": " + topic + " has "
                            + existing.size() + " partitions.");
                }
                partitions.add(partition);
            }
        }
        return Optional.of(partitions);
    }

    private static List<TopicPartition> chosen(String argument) {
        try {
            return TopicArguments.partitions(argument);
        } catch (IllegalArgumentException unreadable) {
            throw new ClusterException(
                    "--topic " + argument + ": write TOPIC, or TOPIC:0,1 for some partitions.", unreadable);
        }
    }

    private Set<TopicPartition> existing(String topic) {
        try {
            var found = new LogOffsets(client).partitions(List.of(topic)).get(topic);
            return found == null ? Set.of() : found.keySet();
        } catch (ApiErrorException refused) {
            throw new ClusterException("topic '" + topic + "': " + refused.getMessage(), refused);
        }
    }
}
