package dev.gregor.cli.group;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.ListOffsetsRequestData;
import org.apache.kafka.common.message.ListOffsetsRequestData.ListOffsetsPartition;
import org.apache.kafka.common.message.ListOffsetsRequestData.ListOffsetsTopic;
import org.apache.kafka.common.message.ListOffsetsResponseData;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataRequestData.MetadataRequestTopic;

/** The partitions of topics and where their logs begin and end; every leader is asked once for all it leads. */
final class LogOffsets {
    /** The log's end, as a reader of uncommitted records sees it. */
    static final long LATEST = -1;
    /** The log's start. */
    static final long EARLIEST = -2;
    /** What ListOffsets answers when no record is that young. */
    static final long UNKNOWN = -1;

    private static final int ANY_REPLICA = -1;

    private final ClusterClient client;

    LogOffsets(ClusterClient client) {
        this.client = client;
    }

    /** A partition's leader, below 0 when there is none at present. */
    private Map<TopicPartition, Integer> leaders(Collection<String> topics) {
        var leaders = new HashMap<TopicPartition, Integer>();
        partitions(topics).values().forEach(leaders::putAll);
        return leaders;
    }

    /**
     * The leaders of these topics' partitions, by topic and index; below 0 where there is none at present.
     *
     * @throws ApiErrorException for the first topic that is not there
     */
    Map<String, Map<TopicPartition, Integer>> partitions(Collection<String> topics) {
        // Made for their number: the order of such a map is the one in which Kafka's tools go through topics.
        var byTopic = new HashMap<String, Map<TopicPartition, Integer>>(topics.size());
        if (topics.isEmpty()) {
            return byTopic;
        }
        var asked = new ArrayList<MetadataRequestTopic>();
        for (var topic : new LinkedHashSet<>(topics)) {
            asked.add(new MetadataRequestTopic().setName(topic));
        }
        var answer = client.metadata(new MetadataRequestData().setTopics(asked).setAllowAutoTopicCreation(false));
        for (var topic : answer.topics()) {
            if (topic.errorCode() != ErrorCodes.NONE) {
                throw new ApiErrorException(topic.errorCode(), null);
            }
            var leaders = new TreeMap<Integer, Integer>();
            for (var partition : topic.partitions()) {
                leaders.put(partition.partitionIndex(), partition.leaderId());
            }
            var partitions = new LinkedHashMap<TopicPartition, Integer>();
            leaders.forEach((index, leader) -> partitions.put(new TopicPartition(topic.name(), index), leader));
            byTopic.put(topic.name(), partitions);
        }
        return byTopic;
    }

    /** The leader of each of these partitions that there is; below 0 where it has none at present. */
    Map<TopicPartition, Integer> leadersOf(Collection<TopicPartition> partitions) {
        var topics = new LinkedHashSet<String>();
        for (var partition : partitions) {
            topics.add(partition.topic());
        }
        var leaders = leaders(topics);
        leaders.keySet().retainAll(new LinkedHashSet<>(partitions));
        return leaders;
    }

    /**
     * The offset at {@link #LATEST}, {@link #EARLIEST} or a timestamp in ms; {@link #UNKNOWN} when there is none that late.
     * Put into the map in the order of {@code partitions}, which decides what Kafka's tools print first.
     */
    Map<TopicPartition, Long> at(Collection<TopicPartition> partitions, long when) {
        var leaders = leadersOf(partitions);
        for (var partition : partitions) {
            if (!leaders.containsKey(partition)) {
                throw new ApiErrorException(ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION, null);
            }
        }
        var found = at(leaders, when);
        var offsets = new HashMap<TopicPartition, Long>();
        for (var partition : partitions) {
            var offset = found.get(partition);
            if (offset != null) {
                offsets.put(partition, offset);
            }
        }
        return offsets;
    }

    /** As above, for partitions whose leaders are known. */
    Map<TopicPartition, Long> at(Map<TopicPartition, Integer> leaders, long when) {
        var byLeader = new TreeMap<Integer, List<TopicPartition>>();
        leaders.forEach((partition, leader) ->
                byLeader.computeIfAbsent(leader, id -> new ArrayList<>()).add(partition));
        var offsets = new HashMap<TopicPartition, Long>();
        byLeader.forEach((leader, partitions) -> offsets.putAll(ask(leader, partitions, when)));
        return offsets;
    }

    private Map<TopicPartition, Long> ask(int leader, List<TopicPartition> partitions, long when) {
        var topics = new LinkedHashMap<String, ListOffsetsTopic>();
        for (var partition : partitions) {
            var topic = topics.computeIfAbsent(partition.topic(), name -> new ListOffsetsTopic().setName(name));
            topic.partitions()
                    .add(new ListOffsetsPartition()
                            .setPartitionIndex(partition.partition())
                            .setTimestamp(when));
        }
        var answer = client.ask(
                Target.broker(leader),
                new ListOffsetsRequestData().setReplicaId(ANY_REPLICA).setTopics(List.copyOf(topics.values())),
                new ListOffsetsResponseData(),
                LogOffsets::firstError);
        var offsets = new HashMap<TopicPartition, Long>();
        for (var topic : answer.topics()) {
            for (var row : topic.partitions()) {
                if (row.errorCode() != ErrorCodes.NONE) {
                    throw new ApiErrorException(row.errorCode(), null);
                }
                offsets.put(new TopicPartition(topic.name(), row.partitionIndex()), row.offset());
            }
        }
        return offsets;
    }

    private static short firstError(ListOffsetsResponseData answer) {
        for (var topic : answer.topics()) {
            for (var row : topic.partitions()) {
                if (row.errorCode() != ErrorCodes.NONE) {
                    return row.errorCode();
                }
            }
        }
        return ErrorCodes.NONE;
    }
}
