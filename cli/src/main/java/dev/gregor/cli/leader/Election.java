package dev.gregor.cli.leader;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import dev.gregor.protocol.UnsupportedApiException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.ElectLeadersRequestData;
import org.apache.kafka.common.message.ElectLeadersRequestData.TopicPartitions;
import org.apache.kafka.common.message.ElectLeadersRequestData.TopicPartitionsCollection;
import org.apache.kafka.common.message.ElectLeadersResponseData;

/** ElectLeaders (KIP-183, KIP-460): asks the controller to give partitions other leaders. */
final class Election {
    private static final short ELECT_LEADERS = 43;
    private static final int UNCLEAN_SINCE = 1;

    /** Which replica is to lead. */
    enum Type {
        /** The first of the replicas, if it is in sync. */
        PREFERRED,
        /** Any that is alive, for a partition without a leader; what the dead ones had alone is lost. */
        UNCLEAN
    }

    /** What became of a partition. */
    sealed interface Result {
        /** It has a new leader. */
        record Elected() implements Result {}

        /** The right replica leads already. */
        record NotNeeded() implements Result {}

        /** It could not be done. */
        record Refused(ApiErrorException error) implements Result {}
    }

    private static final short ELECTION_NOT_NEEDED = 84;

    private final ClusterClient client;

    Election(ClusterClient client) {
        this.client = client;
    }

    /**
     * Elects leaders of these partitions, or of all that need one.
     *
     * @return by partition, in the order of a HashMap, which Kafka's tool prints; of all partitions only those that
     *     something was done about
     * @throws ApiErrorException when the controller refuses as a whole
     * @throws UnsupportedApiException for an unclean election on a cluster before Kafka 2.4
     */
    Map<TopicPartition, Result> elect(Type type, Optional<Collection<TopicPartition>> partitions) {
        var served = client.served(Target.controller()).get(ELECT_LEADERS);
        if (type == Type.UNCLEAN && served != null && served.max() < UNCLEAN_SINCE) {
            throw new ApiErrorException(
                    ErrorCodes.UNSUPPORTED_VERSION, "API Version 0 only supports PREFERRED election type");
        }
        var request = new ElectLeadersRequestData()
                .setElectionType((byte) type.ordinal())
                .setTimeoutMs(client.requestTimeoutMs())
                .setTopicPartitions(partitions.isEmpty() ? null : topics(partitions.get()));
        var answer = client.ask(
                Target.controller(), request, new ElectLeadersResponseData(), ElectLeadersResponseData::errorCode);
        if (answer.errorCode() != ErrorCodes.NONE) {
            throw new ApiErrorException(answer.errorCode(), "");
        }
        var results = new HashMap<TopicPartition, Result>();
        for (var topic : answer.replicaElectionResults()) {
            for (var row : topic.partitionResult()) {
                results.put(
                        new TopicPartition(topic.topic(), row.partitionId()),
                        result(row.errorCode(), Optional.ofNullable(row.errorMessage())));
            }
        }
        return results;
    }

    private static Result result(short code, Optional<String> message) {
        return switch (code) {
            case ErrorCodes.NONE -> new Result.Elected();
            case ELECTION_NOT_NEEDED -> new Result.NotNeeded();
            default -> new Result.Refused(new ApiErrorException(code, message.orElse("")));
        };
    }

    private static TopicPartitionsCollection topics(Collection<TopicPartition> partitions) {
        var topics = new HashMap<String, TopicPartitions>();
        for (var partition : partitions) {
            var topic = topics.get(partition.topic());
            if (topic == null) {
                topic = new TopicPartitions().setTopic(partition.topic()).setPartitions(new ArrayList<>());
                topics.put(partition.topic(), topic);
            }
            topic.partitions().add(partition.partition());
        }
        return new TopicPartitionsCollection(topics.values().iterator());
    }
}
