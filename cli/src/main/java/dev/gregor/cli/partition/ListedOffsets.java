package dev.gregor.cli.partition;

import dev.gregor.cli.dropin.KafkaText;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.ListOffsetsRequestData;
import org.apache.kafka.common.message.ListOffsetsRequestData.ListOffsetsPartition;
import org.apache.kafka.common.message.ListOffsetsRequestData.ListOffsetsTopic;
import org.apache.kafka.common.message.ListOffsetsResponseData;

/** The offset of each partition at one {@link OffsetTime}, from its leader; uncommitted records count. */
final class ListedOffsets {
    private static final short LIST_OFFSETS = 2;
    private static final short UNSUPPORTED_VERSION = 35;
    private static final int CONSUMER = -1;

    private final ClusterClient client;
    private final OffsetTime time;

    ListedOffsets(ClusterClient client, OffsetTime time) {
        this.client = client;
        this.time = time;
    }

    /**
     * Reads them all into {@code offsets}, -1 where there is no such record.
     *
     * @return what Kafka prints about each partition whose leader could not tell
     */
    Map<TopicPartition, String> read(Collection<TopicPartition> partitions, Map<TopicPartition, Long> offsets) {
        var failures = new HashMap<TopicPartition, String>();
        var errors = new PartitionLeaders(client).ask(partitions, (leader, led) -> ask(leader, led, offsets));
        for (var error : errors.entrySet()) {
            short code = error.getValue();
            failures.put(
                    error.getKey(),
                    code == UNSUPPORTED_VERSION
                            ? "org.apache.kafka.common.errors.UnsupportedVersionException: The broker does not support"
                                    + " LIST_OFFSETS with version in range [" + time.minVersion()
                                    + ",11], which this --time needs."
                            : KafkaText.exception(code, ""));
        }
        return failures;
    }

    private Map<TopicPartition, Short> ask(
            int leader, List<TopicPartition> partitions, Map<TopicPartition, Long> offsets) {
        var errors = new HashMap<TopicPartition, Short>();
        var served = client.served(Target.broker(leader)).get(LIST_OFFSETS);
        if (served == null || served.max() < time.minVersion()) {
            for (var partition : partitions) {
                errors.put(partition, UNSUPPORTED_VERSION);
            }
            return errors;
        }
        var topics = new LinkedHashMap<String, ListOffsetsTopic>();
        for (var partition : partitions) {
            var topic = topics.get(partition.topic());
            if (topic == null) {
                topic = new ListOffsetsTopic().setName(partition.topic());
                topics.put(partition.topic(), topic);
            }
            topic.partitions()
                    .add(new ListOffsetsPartition()
                            .setPartitionIndex(partition.partition())
                            .setTimestamp(time.timestamp()));
        }
        var answer = client.ask(
                Target.broker(leader),
                new ListOffsetsRequestData()
                        .setReplicaId(CONSUMER)
                        .setTimeoutMs(client.requestTimeoutMs())
                        .setTopics(new ArrayList<>(topics.values())),
                new ListOffsetsResponseData());
        for (var topic : answer.topics()) {
            for (var row : topic.partitions()) {
                var partition = new TopicPartition(topic.name(), row.partitionIndex());
                errors.put(partition, row.errorCode());
                if (row.errorCode() == ErrorCodes.NONE) {
                    offsets.put(partition, row.offset());
                }
            }
        }
        return errors;
    }
}
