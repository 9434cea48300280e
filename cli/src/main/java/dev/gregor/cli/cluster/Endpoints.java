package dev.gregor.cli.cluster;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.message.DescribeClusterRequestData;
import org.apache.kafka.common.message.DescribeClusterResponseData;

/** The nodes of a cluster with where they listen, by id. */
final class Endpoints {
    private static final byte BROKERS = 1;
    private static final byte CONTROLLERS = 2;
    private static final short DESCRIBE_CLUSTER = 60;

    private final ClusterClient client;

    Endpoints(ClusterClient client) {
        this.client = client;
    }

    /** A node; a fenced one is registered and not alive. */
    record Endpoint(int id, String host, int port, Optional<String> rack, boolean isFenced) {}

    /**
     * The brokers, or the controllers where the client talks to these.
     *
     * @param includeFenced asks for fenced brokers too, which only brokers of 4.0 and newer tell
     * @throws dev.gregor.protocol.UnsupportedApiException when they cannot
     */
    List<Endpoint> find(boolean includeFenced) {
        var endpoints = new ArrayList<Endpoint>();
        if (!includeFenced && !client.served(Target.anyBroker()).containsKey(DESCRIBE_CLUSTER)) {
            for (var broker : client.cluster().brokers()) {
                endpoints.add(new Endpoint(broker.id(), broker.host(), broker.port(), broker.rack(), false));
            }
        } else {
            for (var node : describe(includeFenced).brokers()) {
                endpoints.add(new Endpoint(
                        node.brokerId(), node.host(), node.port(), Optional.ofNullable(node.rack()), node.isFenced()));
            }
        }
        endpoints.sort(Comparator.comparingInt(Endpoint::id));
        return endpoints;
    }

    private DescribeClusterResponseData describe(boolean includeFenced) {
        var answer = client.ask(
                client.whoeverKnows(),
                new DescribeClusterRequestData()
                        .setEndpointType(client.throughControllers() ? CONTROLLERS : BROKERS)
                        .setIncludeFencedBrokers(includeFenced),
                new DescribeClusterResponseData());
        if (answer.errorCode() != ErrorCodes.NONE) {
            throw new ApiErrorException(answer.errorCode(), answer.errorMessage());
        }
        return answer;
    }
}
