package dev.gregor.cli.topic;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.message.CreatePartitionsRequestData;
import org.apache.kafka.common.message.CreatePartitionsRequestData.CreatePartitionsAssignment;
import org.apache.kafka.common.message.CreatePartitionsRequestData.CreatePartitionsTopic;
import org.apache.kafka.common.message.CreatePartitionsResponseData;
import org.apache.kafka.common.message.CreateTopicsRequestData;
import org.apache.kafka.common.message.CreateTopicsRequestData.CreatableReplicaAssignment;
import org.apache.kafka.common.message.CreateTopicsRequestData.CreatableTopic;
import org.apache.kafka.common.message.CreateTopicsRequestData.CreatableTopicConfig;
import org.apache.kafka.common.message.CreateTopicsResponseData;
import org.apache.kafka.common.message.DeleteTopicsRequestData;
import org.apache.kafka.common.message.DeleteTopicsRequestData.DeleteTopicState;
import org.apache.kafka.common.message.DeleteTopicsResponseData;

/** What there is to change about a cluster's topics. Refusals come as {@link ApiErrorException}, or as a row's. */
public final class TopicChanges {
    private static final int CLUSTER_DEFAULT = -1;
    private static final short BY_TOPIC_STATE = 6;
    private static final short DELETE_TOPICS = 20;

    private final ClusterClient client;

    /** Of this cluster; the client stays the caller's. */
    public TopicChanges(ClusterClient client) {
        this.client = client;
    }

    /**
     * A topic to be made.
     *
     * @param partitions        empty for the cluster's default
     * @param replicationFactor empty for the cluster's default
     * @param assignment        brokers by partition; empty to let the cluster choose
     */
    public record NewTopic(
            String name,
            Optional<Integer> partitions,
            Optional<Integer> replicationFactor,
            Map<Integer, List<Integer>> assignment,
            Map<String, String> configs) {}

    /** How one of several topics fared; no error means done. */
    public record Outcome(String topic, Optional<ApiErrorException> error) {
        static Outcome of(String topic, short code, String message) {
            return new Outcome(
                    topic,
                    code == ErrorCodes.NONE ? Optional.empty() : Optional.of(new ApiErrorException(code, message)));
        }
    }

    /** Makes the topic. */
    public void create(NewTopic topic) {
        // An assignment says both figures itself; the broker refuses a second opinion.
        boolean clusterChooses = topic.assignment().isEmpty();
        int partitions = clusterChooses ? topic.partitions().orElse(CLUSTER_DEFAULT) : CLUSTER_DEFAULT;
        int replicationFactor = clusterChooses ? topic.replicationFactor().orElse(CLUSTER_DEFAULT) : CLUSTER_DEFAULT;
        var creatable = new CreatableTopic()
                .setName(topic.name())
                .setNumPartitions(partitions)
                .setReplicationFactor((short) replicationFactor);
        topic.assignment()
                .forEach((partition, brokers) -> creatable
                        .assignments()
                        .add(new CreatableReplicaAssignment()
                                .setPartitionIndex(partition)
                                .setBrokerIds(brokers)));
        topic.configs()
                .forEach((name, value) -> creatable
                        .configs()
                        .add(new CreatableTopicConfig().setName(name).setValue(value)));
        var request = new CreateTopicsRequestData().setTimeoutMs(client.requestTimeoutMs());
        request.topics().add(creatable);
        var answer = client.ask(Target.controller(), request, new CreateTopicsResponseData(), TopicChanges::firstError);
        for (var row : answer.topics()) {
            if (row.errorCode() != ErrorCodes.NONE) {
                throw new ApiErrorException(row.errorCode(), row.errorMessage());
            }
        }
    }

    /** Raises the topics' number of partitions; an assignment is for the new ones only, none lets the cluster choose. */
    public List<Outcome> createPartitions(
            Map<String, Optional<List<List<Integer>>>> assignmentByTopic, int partitions) {
        var request = new CreatePartitionsRequestData().setTimeoutMs(client.requestTimeoutMs());
        assignmentByTopic.forEach((name, assignment) -> {
            var topic = new CreatePartitionsTopic()
                    .setName(name)
                    .setCount(partitions)
                    .setAssignments(null);
            if (assignment.isPresent()) {
                var rows = new ArrayList<CreatePartitionsAssignment>();
                assignment.get().forEach(brokers -> rows.add(new CreatePartitionsAssignment().setBrokerIds(brokers)));
                topic.setAssignments(rows);
            }
            request.topics().add(topic);
        });
        var answer =
                client.ask(Target.controller(), request, new CreatePartitionsResponseData(), TopicChanges::firstError);
        var outcomes = new ArrayList<Outcome>();
        for (var row : answer.results()) {
            outcomes.add(Outcome.of(row.name(), row.errorCode(), row.errorMessage()));
        }
        return outcomes;
    }

    /** Deletes these topics and tells how each fared. */
    public List<Outcome> delete(List<String> names) {
        var request = new DeleteTopicsRequestData().setTimeoutMs(client.requestTimeoutMs());
        var range = client.served(Target.anyBroker()).get(DELETE_TOPICS);
        if (range != null && range.includes(BY_TOPIC_STATE)) {
            for (var name : names) {
                request.topics().add(new DeleteTopicState().setName(name));
            }
        } else {
            request.setTopicNames(names);
        }
        var answer = client.ask(Target.controller(), request, new DeleteTopicsResponseData(), TopicChanges::firstError);
        var outcomes = new ArrayList<Outcome>();
        for (var row : answer.responses()) {
            outcomes.add(Outcome.of(row.name(), row.errorCode(), row.errorMessage()));
        }
        return outcomes;
    }

    private static short firstError(CreateTopicsResponseData answer) {
        for (var row : answer.topics()) {
            return row.errorCode();
        }
        return ErrorCodes.NONE;
    }

    private static short firstError(CreatePartitionsResponseData answer) {
        for (var row : answer.results()) {
            return row.errorCode();
        }
        return ErrorCodes.NONE;
    }

    private static short firstError(DeleteTopicsResponseData answer) {
        for (var row : answer.responses()) {
            return row.errorCode();
        }
        return ErrorCodes.NONE;
    }
}
