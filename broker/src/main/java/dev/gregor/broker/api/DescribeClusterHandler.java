package dev.gregor.broker.api;

import dev.gregor.broker.quorum.ClusterMetadata;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.EndpointType;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.message.DescribeClusterRequestData;
import org.apache.kafka.common.message.DescribeClusterResponseData;
import org.apache.kafka.common.message.DescribeClusterResponseData.DescribeClusterBroker;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.resource.ResourceType;

/** DescribeCluster, key 60, versions 0–2 (KIP-700, KIP-919, KIP-1073): the brokers, fenced ones if asked for. */
final class DescribeClusterHandler implements RequestHandler<DescribeClusterRequestData, DescribeClusterResponseData> {
    private final ClusterMetadata metadata;

    DescribeClusterHandler(ClusterMetadata metadata) {
        this.metadata = metadata;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.DESCRIBE_CLUSTER;
    }

    @Override
    public CompletionStage<DescribeClusterResponseData> handle(
            RequestContext context, DescribeClusterRequestData request) {
        return CompletableFuture.completedFuture(answer(context, request));
    }

    private DescribeClusterResponseData answer(RequestContext context, DescribeClusterRequestData request) {
        var type = EndpointType.fromId(request.endpointType());
        if (type == EndpointType.UNKNOWN) {
            return refused(
                    context,
                    Errors.UNSUPPORTED_ENDPOINT_TYPE,
                    "Unsupported endpoint type " + request.endpointType());
        }
        if (type != EndpointType.BROKER) {
            return refused(
                    context,
                    Errors.MISMATCHED_ENDPOINT_TYPE,
                    "The request was sent to an endpoint of type " + EndpointType.BROKER
                            + ", but we wanted an endpoint of type " + type);
        }
        var now = metadata.snapshot();
        var response = new DescribeClusterResponseData()
                .setClusterId(now.clusterId())
                .setEndpointType(EndpointType.BROKER.id());
        add(response, now.brokers(context.listenerName()), false);
        if (request.includeFencedBrokers()) {
            add(response, now.fencedBrokers(context.listenerName()), true);
        }
        int controllerId = now.controllerId();
        response.setControllerId(response.brokers().find(controllerId) == null ? -1 : controllerId);
        if (request.includeClusterAuthorizedOperations()) {
            response.setClusterAuthorizedOperations(AuthorizedOperations.all(ResourceType.CLUSTER));
        }
        return response;
    }

    private static void add(DescribeClusterResponseData response, Collection<Node> nodes, boolean fenced) {
        for (var node : nodes) {
            response.brokers()
                    .add(new DescribeClusterBroker()
                            .setBrokerId(node.id())
                            .setHost(node.host())
                            .setPort(node.port())
                            .setRack(node.rack())
                            .setIsFenced(fenced));
        }
    }

    private static DescribeClusterResponseData refused(RequestContext context, Errors error, String message) {
        return new DescribeClusterResponseData()
                .setErrorCode(context.apiVersion() == 0 ? Errors.INVALID_REQUEST.code() : error.code())
                .setErrorMessage(message);
    }
}
