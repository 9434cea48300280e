package dev.gregor.cli.topic;

import dev.gregor.cli.names.TopicFilter;
import dev.gregor.cli.topic.TopicDescription.Reassignment;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import dev.gregor.protocol.UnsupportedApiException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.DescribeConfigsRequestData;
import org.apache.kafka.common.message.DescribeConfigsRequestData.DescribeConfigsResource;
import org.apache.kafka.common.message.DescribeConfigsResponseData;
import org.apache.kafka.common.message.ListPartitionReassignmentsRequestData;
import org.apache.kafka.common.message.ListPartitionReassignmentsRequestData.ListPartitionReassignmentsTopics;
import org.apache.kafka.common.message.ListPartitionReassignmentsResponseData;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseTopic;

/** What there is to ask a cluster about its topics. Errors come as {@link ApiErrorException}. */
final class Topics {
    private static final byte TOPIC_RESOURCE = 2;
    private static final byte SOURCE_TOPIC = 1;
    private static final byte SOURCE_DEFAULT = 5;
    private static final short CLUSTER_AUTHORIZATION_FAILED = 31;

    private final ClusterClient client;

    Topics(ClusterClient client) {
        this.client = client;
    }

    /** Every topic the client may see, in no order. */
    List<MetadataResponseTopic> all() {
        // No list at all means every topic; an empty one means none.
        return new ArrayList<>(
                client.metadata(new MetadataRequestData().setTopics(null)).topics());
    }

    /** Every topic's name, sorted. */
    List<String> names() {
        return names(TopicFilter.all());
    }

    /** Whether there is such a topic. */
    boolean exists(String name) {
        return names().contains(name);
    }

    /** The number of partitions of each topic. */
    Map<String, Integer> partitionCounts() {
        var counts = new HashMap<String, Integer>();
        for (var topic : all()) {
            counts.put(topic.name(), topic.partitions().size());
        }
        return counts;
    }

    /** The names that the filter lets through, sorted. */
    List<String> names(TopicFilter filter) {
        var names = new ArrayList<String>();
        for (var topic : all()) {
            if (filter.allows(topic.name(), topic.isInternal())) {
                names.add(topic.name());
            }
        }
        names.sort(null);
        return names;
    }

    /** Describes the topics of these names; {@code pageSize} partitions at a time, where the cluster can. */
    List<TopicDescription> describe(List<String> names, int pageSize) {
        return new TopicDescriptions(client).byName(names, pageSize);
    }

    /** Describes the topic of this id. */
    TopicDescription describe(Uuid id) {
        return new TopicDescriptions(client).byId(id);
    }

    /** The configs of each of these topics, by topic and config name. */
    Map<String, Map<String, ConfigValue>> configs(List<String> names) {
        var configs = new HashMap<String, Map<String, ConfigValue>>();
        if (names.isEmpty()) {
            return configs;
        }
        var resources = new ArrayList<DescribeConfigsResource>();
        for (var name : names) {
            resources.add(new DescribeConfigsResource()
                    .setResourceType(TOPIC_RESOURCE)
                    .setResourceName(name)
                    .setConfigurationKeys(null));
        }
        var answer = client.ask(
                Target.anyBroker(),
                new DescribeConfigsRequestData().setResources(resources),
                new DescribeConfigsResponseData());
        for (var result : answer.results()) {
            throwIf(result.errorCode(), result.errorMessage());
            // A plain HashMap on purpose: its order is the order in which Kafka's tool prints configs.
            var byName = new HashMap<String, ConfigValue>();
            for (var config : result.configs()) {
                byName.put(
                        config.name(),
                        new ConfigValue(
                                config.name(),
                                String.valueOf(config.value()),
                                config.configSource() == SOURCE_DEFAULT,
                                config.configSource() == SOURCE_TOPIC));
            }
            configs.put(result.resourceName(), byName);
        }
        return configs;
    }

    /** The moves in progress among these topics' partitions; none where the cluster cannot or may not tell. */
    Map<TopicPartition, Reassignment> reassignments(List<TopicDescription> topics) {
        var moves = new HashMap<TopicPartition, Reassignment>();
        if (topics.isEmpty()) {
            return moves;
        }
        var asked = new ArrayList<ListPartitionReassignmentsTopics>();
        for (var topic : topics) {
            var indexes = new ArrayList<Integer>();
            for (var partition : topic.partitions()) {
                indexes.add(partition.index());
            }
            asked.add(
                    new ListPartitionReassignmentsTopics().setName(topic.name()).setPartitionIndexes(indexes));
        }
        var answer = new ListPartitionReassignmentsResponseData();
        try {
            client.ask(
                    Target.controller(),
                    new ListPartitionReassignmentsRequestData().setTopics(asked),
                    answer,
                    ListPartitionReassignmentsResponseData::errorCode);
        } catch (UnsupportedApiException notServed) {
            return moves;
        }
        if (answer.errorCode() == CLUSTER_AUTHORIZATION_FAILED) {
            return moves;
        }
        throwIf(answer.errorCode(), answer.errorMessage());
        for (var topic : answer.topics()) {
            for (var move : topic.partitions()) {
                moves.put(
                        new TopicPartition(topic.name(), move.partitionIndex()),
                        new Reassignment(move.replicas(), move.addingReplicas(), move.removingReplicas()));
            }
        }
        return moves;
    }

    /** The brokers that are alive now. */
    List<Integer> liveBrokers() {
        var ids = new ArrayList<Integer>();
        for (var broker : client.cluster().brokers()) {
            ids.add(broker.id());
        }
        return ids;
    }

    private static void throwIf(short code, String message) throws ClusterException {
        if (code != ErrorCodes.NONE) {
            throw new ApiErrorException(code, message);
        }
    }
}
