package dev.gregor.broker.api;

import dev.gregor.broker.group.GroupCoordination;
import dev.gregor.broker.quorum.ClusterMetadata;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.message.FindCoordinatorRequestData;
import org.apache.kafka.common.message.FindCoordinatorResponseData;
import org.apache.kafka.common.message.FindCoordinatorResponseData.Coordinator;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.FindCoordinatorRequest.CoordinatorType;
import org.apache.kafka.common.requests.FindCoordinatorResponse;

/**
 * FindCoordinator, key 10, versions 0–6 (KIP-98, KIP-699, KIP-932): which broker looks after a group: the leader of its
 * partition of {@code __consumer_offsets}. The first question creates that topic and gets COORDINATOR_NOT_AVAILABLE, as clients
 * expect it; they ask again.
 *
 * <p>One key up to version 3, any number from 4 on. A type that does not exist is an INVALID_REQUEST as a whole; a share group's
 * key before version 6, or one that is no {@code group:topicId:partition}, in its row. Transactions and share groups have no
 * coordinator here: COORDINATOR_NOT_AVAILABLE.
 */
final class FindCoordinatorHandler implements RequestHandler<FindCoordinatorRequestData, FindCoordinatorResponseData> {
    private static final short KEYS_SINCE = 4;
    private static final short SHARE_GROUPS_SINCE = 6;

    private final GroupCoordination groups;
    private final ClusterMetadata metadata;

    FindCoordinatorHandler(GroupCoordination groups, ClusterMetadata metadata) {
        this.groups = groups;
        this.metadata = metadata;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.FIND_COORDINATOR;
    }

    @Override
    public CompletionStage<FindCoordinatorResponseData> handle(
            RequestContext context, FindCoordinatorRequestData request) {
        if (context.apiVersion() < KEYS_SINCE) {
            var found = find(context, request.keyType(), request.key());
            return CompletableFuture.completedFuture(
                    FindCoordinatorResponse.prepareOldResponse(found.error(), found.node())
                            .data());
        }
        var rows = new ArrayList<Coordinator>(request.coordinatorKeys().size());
        for (var key : request.coordinatorKeys()) {
            var found = find(context, request.keyType(), key);
            rows.add(new Coordinator()
                    .setKey(key)
                    .setErrorCode(found.error().code())
                    .setNodeId(found.node().id())
                    .setHost(found.node().host())
                    .setPort(found.node().port()));
        }
        return CompletableFuture.completedFuture(new FindCoordinatorResponseData().setCoordinators(rows));
    }

    private Found find(RequestContext context, byte keyType, String key) {
        return switch (CoordinatorType.forId(keyType)) {
            case GROUP -> findGroups(context, key);
            case TRANSACTION -> Found.NOT_AVAILABLE;
            case SHARE ->
                context.apiVersion() >= SHARE_GROUPS_SINCE && ShareKey.isValid(key)
                        ? Found.NOT_AVAILABLE
                        : Found.INVALID;
        };
    }

    private Found findGroups(RequestContext context, String groupId) {
        groups.start(); // its members' requests come next
        var topic = metadata.topic(Topic.GROUP_METADATA_TOPIC_NAME);
        if (topic.isEmpty()) {
            groups.createOffsetsTopic();
            return Found.NOT_AVAILABLE;
        }
        var partition = groups.partitionFor(groupId);
        if (!ExistingPartitions.has(topic.get(), partition)) {
            return Found.NOT_AVAILABLE;
        }
        var leaderId = topic.get().partitions().get(partition).leaderId();
        return metadata.broker(leaderId, context.listenerName())
                .map(node -> new Found(Errors.NONE, node))
                .orElse(Found.NOT_AVAILABLE);
    }

    private record Found(Errors error, Node node) {
        static final Found NOT_AVAILABLE = new Found(Errors.COORDINATOR_NOT_AVAILABLE, Node.noNode());
        static final Found INVALID = new Found(Errors.INVALID_REQUEST, Node.noNode());
    }
}
