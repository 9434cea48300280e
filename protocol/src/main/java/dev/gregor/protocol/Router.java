package dev.gregor.protocol;

import java.io.IOException;
import java.util.List;
import org.apache.kafka.common.message.FindCoordinatorRequestData;
import org.apache.kafka.common.message.FindCoordinatorResponseData;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataRequestData.MetadataRequestTopic;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponsePartition;

/** Finds where a target is. What may come right by itself is an {@link IOException}, so that the client tries again. */
final class Router {
    private static final short BATCHED_FIND_COORDINATOR = 4;
    private static final short FIND_COORDINATOR = 10;

    private final ClusterClient client;
    private final Attempts attempts;

    /** @param attempts of the question that is to be routed, whose time the questions here take */
    Router(ClusterClient client, Attempts attempts) {
        this.client = client;
        this.attempts = attempts;
    }

    Address addressOf(Target target) throws IOException {
        if (target instanceof Target.Broker broker) {
            return addressOf(broker.id());
        }
        if (target instanceof Target.Controller) {
            var controller = client.cluster(attempts).controllerId();
            return addressOf(controller.orElseThrow(() -> new IOException("the cluster has no controller at present")));
        }
        if (target instanceof Target.Leader leader) {
            return leader(leader);
        }
        if (target instanceof Target.Coordinator coordinator) {
            return coordinator(coordinator);
        }
        throw new IllegalArgumentException("no route to " + target);
    }

    private Address addressOf(int brokerId) {
        var cluster = client.cluster(attempts);
        return cluster.broker(brokerId)
                .orElseThrow(() -> new UnknownBrokerException("broker " + brokerId + " is not registered (registered: "
                        + cluster.brokers().stream()
                                .map(BrokerNode::id)
                                .sorted()
                                .toList() + ")"))
                .address();
    }

    private Address leader(Target.Leader leader) throws IOException {
        var request = new MetadataRequestData()
                .setTopics(List.of(new MetadataRequestTopic().setName(leader.topic())))
                .setAllowAutoTopicCreation(false);
        for (var topic : client.metadata(request, attempts).topics()) {
            if (topic.errorCode() == ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION) {
                throw new ClusterException("topic '" + leader.topic() + "' does not exist");
            }
            if (topic.errorCode() != ErrorCodes.NONE && !ErrorCodes.isRetriable(topic.errorCode())) {
                throw new ApiErrorException(
                        topic.errorCode(), leader.topic() + ": " + ErrorCodes.text(topic.errorCode(), ""));
            }
            if (!topic.partitions().isEmpty()) {
                return leader(leader, topic.partitions());
            }
        }
        throw new IOException(leader.topic() + "-" + leader.partition() + " has no leader at present");
    }

    private Address leader(Target.Leader leader, List<MetadataResponsePartition> partitions) throws IOException {
        for (var partition : partitions) {
            if (partition.partitionIndex() == leader.partition()) {
                if (partition.leaderId() >= 0) {
                    return leaderOf(leader, partition.leaderId());
                }
                throw new IOException(leader.topic() + "-" + leader.partition() + " has no leader at present");
            }
        }
        throw new ClusterException("topic '" + leader.topic() + "' has no partition " + leader.partition() + "; it has "
                + partitions.size());
    }

    /** A leader that is not among the brokers of the same answer has just gone: another one follows. */
    private Address leaderOf(Target.Leader leader, int brokerId) throws IOException {
        var broker = client.cluster(attempts).broker(brokerId);
        if (broker.isEmpty()) {
            throw new IOException(leader.topic() + "-" + leader.partition() + "'s leader " + brokerId + " is gone");
        }
        return broker.get().address();
    }

    private Address coordinator(Target.Coordinator coordinator) throws IOException {
        byte type = (byte) coordinator.kind().ordinal();
        var range = client.served(Target.anyBroker(), attempts).get(FIND_COORDINATOR);
        boolean batched = range != null && range.includes(BATCHED_FIND_COORDINATOR);
        var request = new FindCoordinatorRequestData().setKeyType(type);
        if (batched) {
            request.setCoordinatorKeys(List.of(coordinator.key()));
        } else {
            request.setKey(coordinator.key());
        }
        var answer = client.ask(Target.anyBroker(), request, new FindCoordinatorResponseData(), attempts);
        if (!batched) {
            return found(coordinator, answer.errorCode(), answer.errorMessage(), answer.host(), answer.port());
        }
        var row = answer.coordinators().get(0);
        return found(coordinator, row.errorCode(), row.errorMessage(), row.host(), row.port());
    }

    private static Address found(Target.Coordinator asked, short error, String message, String host, int port)
            throws IOException {
        if (error == ErrorCodes.NONE) {
            return new Address(host, port);
        }
        var text = "the coordinator of '" + asked.key() + "': " + ErrorCodes.text(error, message);
        if (ErrorCodes.isRetriable(error)) {
            throw new IOException(text);
        }
        throw new ApiErrorException(error, text);
    }
}
