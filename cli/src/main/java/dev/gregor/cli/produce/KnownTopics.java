package dev.gregor.cli.produce;

import dev.gregor.cli.names.Nearest;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ErrorCodes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataRequestData.MetadataRequestTopic;

/** Keeps a mistyped topic from coming into being, for a producer's own question would make it, and a partition from being waited for. */
final class KnownTopics {
    private final ClusterClient client;
    private final Optional<Integer> partition;
    private final Set<String> known = new HashSet<>();

    /** @param partition what each of the topics must have */
    KnownTopics(ClusterClient client, Optional<Integer> partition) {
        this.client = client;
        this.partition = partition;
    }

    /** @throws ClusterException when there is none of this name, with the nearest that is there, or it lacks the partition */
    void check(String topic) {
        if (known.contains(topic)) {
            return;
        }
        var asked = client.metadata(new MetadataRequestData()
                .setTopics(List.of(new MetadataRequestTopic().setName(topic)))
                .setAllowAutoTopicCreation(false));
        for (var answer : asked.topics()) {
            if (answer.errorCode() == ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION) {
                throw new ClusterException("no topic '" + topic + "'" + nearest(topic));
            }
            int count = answer.partitions().size();
            if (answer.errorCode() == ErrorCodes.NONE
                    && partition.filter(number -> number >= count).isPresent()) {
                throw new ClusterException("topic '" + topic + "' has no partition " + partition.get()
                        + "; it has 0 to " + (count - 1) + ".");
            }
        }
        known.add(topic);
    }

    private String nearest(String topic) {
        var names = new ArrayList<String>();
        client.metadata(new MetadataRequestData().setTopics(null).setAllowAutoTopicCreation(false))
                .topics()
                .forEach(each -> names.add(each.name()));
        return Nearest.to(topic, names)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse(".");
    }
}
