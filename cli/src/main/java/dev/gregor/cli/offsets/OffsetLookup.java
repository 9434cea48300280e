package dev.gregor.cli.offsets;

import dev.gregor.cli.coordinator.GroupOffsets;
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
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.ListOffsetsRequestData;
import org.apache.kafka.common.message.ListOffsetsRequestData.ListOffsetsPartition;
import org.apache.kafka.common.message.ListOffsetsRequestData.ListOffsetsTopic;
import org.apache.kafka.common.message.ListOffsetsResponseData;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataRequestData.MetadataRequestTopic;

/**
 * ListOffsets for any number of partitions: one request to each leader, and one more for each partition whose leader has
 * just moved. Uses the client's thread.
 */
public final class OffsetLookup implements OffsetSource {
    /** Timestamp that means the high watermark, or the last stable offset. */
    public static final long LATEST = -1L;
    /** Timestamp that means the log start offset. */
    public static final long EARLIEST = -2L;

    private static final int CONSUMER = -1;

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
        byLeader(partitions).forEach((leader, led) -> {
            if (leader >= 0) {
                ask(Target.broker(leader), led, timestamp, false, found);
            }
        });
        for (var partition : partitions) {
            var answer = found.get(partition);
            if (answer == null || (answer instanceof ListedOffset.Refused refused && hasMoved(refused.code()))) {
                ask(
                        Target.leader(partition.topic(), partition.partition()),
                        List.of(partition),
                        timestamp,
                        true,
                        found);
            }
        }
        return found;
    }

    /** NOT_LEADER_OR_FOLLOWER, FENCED_LEADER_EPOCH, UNKNOWN_LEADER_EPOCH and what a new leader says before it is ready. */
    private static boolean hasMoved(short code) {
        return switch (code) {
            case 5, 6, 74, 76, 78 -> true;
            default -> false;
        };
    }

    /** Partitions without a leader, or of no topic there is, are under -1. */
    private Map<Integer, List<TopicPartition>> byLeader(Collection<TopicPartition> partitions) {
        var topics = new TreeSet<String>();
        partitions.forEach(partition -> topics.add(partition.topic()));
        var asked = new ArrayList<MetadataRequestTopic>();
        topics.forEach(topic -> asked.add(new MetadataRequestTopic().setName(topic)));
        var answer = client.metadata(new MetadataRequestData().setTopics(asked).setAllowAutoTopicCreation(false));
        var leaders = new LinkedHashMap<TopicPartition, Integer>();
        for (var topic : answer.topics()) {
            for (var partition : topic.partitions()) {
                leaders.put(new TopicPartition(topic.name(), partition.partitionIndex()), partition.leaderId());
            }
        }
        var byLeader = new TreeMap<Integer, List<TopicPartition>>();
        for (var partition : partitions) {
            byLeader.computeIfAbsent(leaders.getOrDefault(partition, -1), first -> new ArrayList<>())
                    .add(partition);
        }
        return byLeader;
    }

    private void ask(
            Target target,
            List<TopicPartition> partitions,
            long timestamp,
            boolean untilSettled,
            Map<TopicPartition, ListedOffset> found) {
        var topics = new LinkedHashMap<String, ListOffsetsTopic>();
        for (var partition : partitions) {
            topics.computeIfAbsent(partition.topic(), name -> new ListOffsetsTopic().setName(name))
                    .partitions()
                    .add(new ListOffsetsPartition()
                            .setPartitionIndex(partition.partition())
                            .setTimestamp(timestamp));
        }
        var request = new ListOffsetsRequestData()
                .setReplicaId(CONSUMER)
                .setIsolationLevel((byte) (committedOnly ? 1 : 0))
                .setTopics(new ArrayList<>(topics.values()));
        var answer = client.ask(
                target,
                request,
                new ListOffsetsResponseData(),
                untilSettled ? OffsetLookup::firstError : unread -> ErrorCodes.NONE);
        for (var topic : answer.topics()) {
            for (var partition : topic.partitions()) {
                short code = partition.errorCode();
                found.put(
                        new TopicPartition(topic.name(), partition.partitionIndex()),
                        code == ErrorCodes.NONE
                                ? new ListedOffset.Found(partition.offset())
                                : new ListedOffset.Refused(code, ErrorCodes.text(code, "")));
            }
        }
    }

    private static short firstError(ListOffsetsResponseData answer) {
        for (var topic : answer.topics()) {
            for (var partition : topic.partitions()) {
                if (partition.errorCode() != ErrorCodes.NONE) {
                    return partition.errorCode();
                }
            }
        }
        return ErrorCodes.NONE;
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
