package dev.gregor.protocol;

import java.util.ArrayList;
import java.util.Optional;
import org.apache.kafka.common.message.DescribeClusterRequestData;
import org.apache.kafka.common.message.DescribeClusterResponseData;

/** The controllers as one of them describes them, who serve no Metadata (KIP-919, DescribeCluster from version 1 on). */
final class ControllerQuorum {
    private static final byte CONTROLLERS = 2;

    private final ClusterClient client;
    private final Attempts attempts;

    ControllerQuorum(ClusterClient client, Attempts attempts) {
        this.client = client;
        this.attempts = attempts;
    }

    /** The controllers, the active one among them; {@link ApiErrorException} when a broker was asked. */
    Cluster ask() {
        var answer = client.ask(
                Target.anyBroker(),
                new DescribeClusterRequestData().setEndpointType(CONTROLLERS),
                new DescribeClusterResponseData(),
                attempts);
        if (answer.errorCode() != ErrorCodes.NONE) {
            throw new ApiErrorException(answer.errorCode(), answer.errorMessage());
        }
        var controllers = new ArrayList<BrokerNode>();
        for (var node : answer.brokers()) {
            controllers.add(
                    new BrokerNode(node.brokerId(), node.host(), node.port(), Optional.ofNullable(node.rack())));
        }
        return new Cluster(
                Optional.ofNullable(answer.clusterId()),
                answer.controllerId() < 0 ? Optional.empty() : Optional.of(answer.controllerId()),
                controllers);
    }
}
