package dev.gregor.cli.reset;

import dev.gregor.cli.offsets.ListedOffset;
import dev.gregor.cli.offsets.OffsetLookup;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataRequestData.MetadataRequestTopic;

/** The partitions of topics and where their logs begin and end; every leader is asked once for all it leads. */
public final class LogOffsets {
    /** The log's end, as a reader of uncommitted records sees it. */
    public static final long LATEST = OffsetLookup.LATEST;
    /** The log's start. */
    public static final long EARLIEST = OffsetLookup.EARLIEST;
    /** What ListOffsets answers when no record is that young. */
    static final long UNKNOWN = -1;

    private static final short LEADER_NOT_AVAILABLE = 5;

    private final ClusterClient client;

    /** Of this cluster; the client stays the caller's. */
    public LogOffsets(ClusterClient client) {
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
    public Map<String, Map<TopicPartition, Integer>> partitions(Collection<String> topics) {
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
    public Map<TopicPartition, Integer> leadersOf(Collection<TopicPartition> partitions) {
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
     *
     * @throws ApiErrorException for the first partition that is not there, has no leader, or whose leader refuses
     */
    public Map<TopicPartition, Long> at(Collection<TopicPartition> partitions, long when) {
        var leaders = leadersOf(partitions);
        for (var partition : partitions) {
            var leader = leaders.get(partition);
            if (leader == null) {
                throw new ApiErrorException(ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION, null);
            }
            if (leader < 0) {
                throw new ApiErrorException(LEADER_NOT_AVAILABLE, partition + " has no leader at present");
            }
        }
        return ofLed(partitions, when);
    }

    /** As above, for partitions that are known to have leaders. */
    public Map<TopicPartition, Long> ofLed(Collection<TopicPartition> partitions, long when) {
        var offsets = new HashMap<TopicPartition, Long>();
        if (partitions.isEmpty()) {
            return offsets;
        }
        var listed = new OffsetLookup(client, false).listed(partitions, when);
        for (var partition : partitions) {
            if (listed.get(partition) instanceof ListedOffset.Found found) {
                offsets.put(partition, found.offset());
            } else if (listed.get(partition) instanceof ListedOffset.Refused refused) {
                throw new ApiErrorException(refused.code(), null);
            }
        }
        return offsets;
    }
}
