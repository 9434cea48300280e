package dev.gregor.cli.offsets;

import dev.gregor.cli.coordinator.GroupOffsets;
import dev.gregor.cli.partition.PartitionLeaders;
import dev.gregor.protocol.ApiErrorException;
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

/**
 * ListOffsets for any number of partitions: one request to each leader, and again to the new ones where leaders move. A
 * partition without a leader is refused after a few seconds, whatever the others say. Uses the client's thread.
 */
public final class OffsetLookup implements OffsetSource {
    /** Timestamp that means the high watermark, or the last stable offset. */
    public static final long LATEST = -1L;
    /** Timestamp that means the log start offset. */
    public static final long EARLIEST = -2L;

    private static final int CONSUMER = -1;
    private static final short NOT_LEADER_OR_FOLLOWER = 6;

    private final ClusterClient client;
    private final boolean committedOnly;

    /** @param committedOnly whether a partition's end is its last stable offset ({@code read_committed}) */
    public OffsetLookup(ClusterClient client, boolean committedOnly) {
        this.client = client;
        this.committedOnly = committedOnly;
    }

    @Override
    public Map<TopicPartition, ListedOffset> listed(Collection<TopicPartition> partitions, long timestamp) {
        var found = new LinkedHashMap<TopicPartition, ListedOffset>();
        var errors = new PartitionLeaders(client).ask(partitions, (leader, led) -> ask(leader, led, timestamp, found));
        errors.forEach(
                (partition, code) -> found.put(partition, new ListedOffset.Refused(code, ErrorCodes.text(code, ""))));
        return found;
    }

    private Map<TopicPartition, Short> ask(
            int leader, List<TopicPartition> partitions, long timestamp, Map<TopicPartition, ListedOffset> found) {
        var topics = new LinkedHashMap<String, ListOffsetsTopic>();
        for (var partition : partitions) {
            topics.computeIfAbsent(partition.topic(), name -> new ListOffsetsTopic().setName(name))
                    .partitions()
                    .add(new ListOffsetsPartition()
                            .setPartitionIndex(partition.partition())
                            .setTimestamp(timestamp));
        }
        var answer = client.ask(
                Target.broker(leader),
                new ListOffsetsRequestData()
                        .setReplicaId(CONSUMER)
                        .setIsolationLevel((byte) (committedOnly ? 1 : 0))
                        .setTopics(new ArrayList<>(topics.values())),
                new ListOffsetsResponseData());
        var errors = new HashMap<TopicPartition, Short>();
        for (var topic : answer.topics()) {
            for (var row : topic.partitions()) {
                var partition = new TopicPartition(topic.name(), row.partitionIndex());
                errors.put(partition, passing(row.errorCode()));
                if (row.errorCode() == ErrorCodes.NONE) {
                    found.put(partition, new ListedOffset.Found(row.offset()));
                }
            }
        }
        return errors;
    }

    /** What the leader of a new topic says before it has heard of it passes. */
    private static short passing(short code) {
        return code == ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION ? NOT_LEADER_OR_FOLLOWER : code;
    }

    /**
     * The group's committed offsets among these partitions.
     *
     * @throws ApiErrorException when the coordinator refuses
     */
    @Override
    public Map<TopicPartition, Long> committed(String group, Collection<TopicPartition> partitions) {
        var positions = new HashMap<TopicPartition, Long>();
        var committed = new GroupOffsets(client).of(group);
        for (var partition : partitions) {
            var position = committed.get(partition);
            if (position != null) {
                positions.put(partition, position.offset());
            }
        }
        return positions;
    }
}
