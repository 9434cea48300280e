package dev.gregor.cli.topic;

import dev.gregor.cli.names.Globs;
import dev.gregor.cli.names.TopicFilter;
import dev.gregor.cli.topic.TopicDescription.Reassignment;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import dev.gregor.protocol.UnsupportedApiException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.DescribeConfigsRequestData;
import org.apache.kafka.common.message.DescribeConfigsRequestData.DescribeConfigsResource;
import org.apache.kafka.common.message.DescribeConfigsResponseData;
import org.apache.kafka.common.message.DescribeConfigsResponseData.DescribeConfigsResult;
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

    /**
     * The topics that a line which changes them means, with their numbers of partitions, in the order typed. Globs leave
     * Kafka's own topics alone: these are meant by their full names only.
     *
     * @throws ClusterException when a name does not exist or a glob fits nothing
     */
    Map<String, Integer> meant(List<String> words) {
        var counts = new HashMap<String, Integer>();
        var kafkas = new ArrayList<String>();
        for (var topic : all()) {
            if (!topic.isInternal() || words.contains(topic.name())) {
                counts.put(topic.name(), topic.partitions().size());
            } else {
                kafkas.add(topic.name());
            }
        }
        for (var word : words) {
            if (Globs.fitsAny(word, kafkas) && !Globs.fitsAny(word, counts.keySet())) {
                throw new ClusterException(
                        "'" + word + "' fits only topics of Kafka's own; these have to be named in full.");
            }
        }
        var meant = new LinkedHashMap<String, Integer>();
        for (var name : Globs.expand("topic", words, counts.keySet())) {
            meant.put(name, counts.getOrDefault(name, 0));
        }
        return meant;
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
        for (var result : describedConfigs(names)) {
            throwIf(result.errorCode(), result.errorMessage());
            configs.put(result.resourceName(), byName(result));
        }
        return configs;
    }

    /** The same, without topics whose configs the client may not read, or that are gone by now. */
    Map<String, Map<String, ConfigValue>> readableConfigs(List<String> names) {
        var configs = new HashMap<String, Map<String, ConfigValue>>();
        for (var result : describedConfigs(names)) {
            if (result.errorCode() == ErrorCodes.NONE) {
                configs.put(result.resourceName(), byName(result));
            }
        }
        return configs;
    }

    private List<DescribeConfigsResult> describedConfigs(List<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        var resources = new ArrayList<DescribeConfigsResource>();
        for (var name : names) {
            resources.add(new DescribeConfigsResource()
                    .setResourceType(TOPIC_RESOURCE)
                    .setResourceName(name)
                    .setConfigurationKeys(null));
        }
        return client.ask(
                        Target.anyBroker(),
                        new DescribeConfigsRequestData().setResources(resources),
                        new DescribeConfigsResponseData())
                .results();
    }

    private static Map<String, ConfigValue> byName(DescribeConfigsResult result) {
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
        return byName;
    }

    /** The moves in progress among these topics' partitions; none where the cluster cannot or may not tell. */
    Map<TopicPartition, Reassignment> reassignments(List<TopicDescription> topics) {
        var partitions = new ArrayList<TopicPartition>();
        for (var topic : topics) {
            for (var partition : topic.partitions()) {
                partitions.add(new TopicPartition(topic.name(), partition.index()));
            }
        }
        return reassignments(partitions);
    }

    /** The moves in progress among these partitions; none where the cluster cannot or may not tell. */
    Map<TopicPartition, Reassignment> reassignments(Collection<TopicPartition> partitions) {
        var moves = new HashMap<TopicPartition, Reassignment>();
        if (partitions.isEmpty()) {
            return moves;
        }
        var byTopic = new LinkedHashMap<String, ListPartitionReassignmentsTopics>();
        for (var partition : partitions) {
            var topic = byTopic.get(partition.topic());
            if (topic == null) {
                topic = new ListPartitionReassignmentsTopics().setName(partition.topic());
                byTopic.put(partition.topic(), topic);
            }
            topic.partitionIndexes().add(partition.partition());
        }
        var asked = new ArrayList<>(byTopic.values());
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
