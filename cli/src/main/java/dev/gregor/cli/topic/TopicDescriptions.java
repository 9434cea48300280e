package dev.gregor.cli.topic;

import dev.gregor.cli.topic.TopicDescription.PartitionState;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.DescribeTopicPartitionsRequestData;
import org.apache.kafka.common.message.DescribeTopicPartitionsRequestData.Cursor;
import org.apache.kafka.common.message.DescribeTopicPartitionsRequestData.TopicRequest;
import org.apache.kafka.common.message.DescribeTopicPartitionsResponseData;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataRequestData.MetadataRequestTopic;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseTopic;

/** Describes topics: by DescribeTopicPartitions (KIP-966) page by page, or by Metadata on clusters before 3.8. */
final class TopicDescriptions {
    private static final short DESCRIBE_TOPIC_PARTITIONS = 75;

    private final ClusterClient client;

    TopicDescriptions(ClusterClient client) {
        this.client = client;
    }

    List<TopicDescription> byName(List<String> names, int pageSize) {
        var found = client.served(Target.anyBroker()).containsKey(DESCRIBE_TOPIC_PARTITIONS)
                ? byPages(names, pageSize)
                : byMetadata(names);
        // The order in which Kafka's tool prints topics: that of a HashMap made for their number.
        var ordered = new HashMap<String, TopicDescription>(names.size());
        for (var name : names) {
            var topic = found.get(name);
            if (topic != null) {
                ordered.put(name, topic);
            }
        }
        return new ArrayList<>(ordered.values());
    }

    TopicDescription byId(Uuid id) {
        var request = new MetadataRequestData()
                .setTopics(List.of(new MetadataRequestTopic().setTopicId(id).setName(null)))
                .setAllowAutoTopicCreation(false);
        for (var topic : client.metadata(request).topics()) {
            return described(topic);
        }
        throw new IllegalArgumentException("TopicId " + id + " not found.");
    }

    private Map<String, TopicDescription> byMetadata(List<String> names) {
        var asked = new ArrayList<MetadataRequestTopic>();
        for (var name : names) {
            asked.add(new MetadataRequestTopic().setName(name));
        }
        var request = new MetadataRequestData().setTopics(asked).setAllowAutoTopicCreation(false);
        var found = new HashMap<String, TopicDescription>();
        for (var topic : client.metadata(request).topics()) {
            found.put(topic.name(), described(topic));
        }
        return found;
    }

    private static TopicDescription described(MetadataResponseTopic topic) {
        throwIf(topic.errorCode());
        var partitions = new ArrayList<PartitionState>();
        for (var partition : topic.partitions()) {
            partitions.add(new PartitionState(
                    partition.partitionIndex(),
                    leader(partition.leaderId()),
                    partition.replicaNodes(),
                    partition.isrNodes(),
                    partition.offlineReplicas(),
                    Optional.empty(),
                    Optional.empty()));
        }
        partitions.sort(Comparator.comparingInt(PartitionState::index));
        return new TopicDescription(topic.name(), topic.topicId(), topic.isInternal(), partitions);
    }

    private Map<String, TopicDescription> byPages(List<String> names, int pageSize) {
        var asked = new ArrayList<TopicRequest>();
        for (var name : names) {
            asked.add(new TopicRequest().setName(name));
        }
        asked.sort(Comparator.comparing(TopicRequest::name));
        var pages = new Pages();
        var request = new DescribeTopicPartitionsRequestData().setTopics(asked).setResponsePartitionLimit(pageSize);
        while (true) {
            var answer = client.ask(Target.anyBroker(), request, new DescribeTopicPartitionsResponseData());
            answer.topics().forEach(pages::add);
            var next = answer.nextCursor();
            if (next == null) {
                return pages.topics();
            }
            // The rest starts with the cursor's topic; the broker refuses a cursor behind the first topic asked for.
            asked.removeIf(topic -> topic.name().compareTo(next.topicName()) < 0);
            request.setCursor(new Cursor().setTopicName(next.topicName()).setPartitionIndex(next.partitionIndex()));
        }
    }

    private static Optional<Integer> leader(int id) {
        return id < 0 ? Optional.empty() : Optional.of(id);
    }

    private static void throwIf(short code) {
        if (code != ErrorCodes.NONE) {
            throw new ApiErrorException(code, null);
        }
    }

    /** Pages of an answer, put together: a topic may begin on one and end on another. */
    private static final class Pages {
        private final Map<String, TopicDescription> topics = new HashMap<>();

        void add(DescribeTopicPartitionsResponseData.DescribeTopicPartitionsResponseTopic topic) {
            throwIf(topic.errorCode());
            var partitions = new ArrayList<PartitionState>();
            var before = topics.get(topic.name());
            if (before != null) {
                partitions.addAll(before.partitions());
            }
            for (var partition : topic.partitions()) {
                partitions.add(new PartitionState(
                        partition.partitionIndex(),
                        leader(partition.leaderId()),
                        partition.replicaNodes(),
                        partition.isrNodes(),
                        partition.offlineReplicas(),
                        Optional.ofNullable(partition.eligibleLeaderReplicas()),
                        Optional.ofNullable(partition.lastKnownElr())));
            }
            partitions.sort(Comparator.comparingInt(PartitionState::index));
            topics.put(
                    topic.name(), new TopicDescription(topic.name(), topic.topicId(), topic.isInternal(), partitions));
        }

        Map<String, TopicDescription> topics() {
            return topics;
        }
    }
}
