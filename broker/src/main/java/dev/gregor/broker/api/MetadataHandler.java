package dev.gregor.broker.api;

import dev.gregor.broker.quorum.ClusterMetadata;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseBroker;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponsePartition;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseTopic;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.MetadataResponse;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Metadata, key 3, versions 0–13 (KIP-4, KIP-516, KIP-700): brokers as reachable over the listener asked, and topics by name, by
 * id, or all.
 *
 * <p>Topics that do not exist are created if broker and client allow it, and the answer then waits for them, where Apache
 * Kafka lets the client ask again.
 */
final class MetadataHandler implements RequestHandler<MetadataRequestData, MetadataResponseData> {
    private static final short TOPIC_IDS_SINCE = 12;
    private static final short LISTENER_NOT_FOUND_SINCE = 6;
    private static final short CLUSTER_OPERATIONS_UP_TO = 10;

    private final ClusterMetadata metadata;
    private final TopicAutoCreation creation;

    MetadataHandler(ClusterMetadata metadata, TopicAutoCreation creation) {
        this.metadata = metadata;
        this.creation = creation;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.METADATA;
    }

    @Override
    public CompletionStage<MetadataResponseData> handle(RequestContext context, MetadataRequestData request) {
        var now = metadata.snapshot();
        if (wantsAll(context, request)) {
            return CompletableFuture.completedFuture(answer(context, request, now, now.topicNames(), List.of()));
        }
        var names = new LinkedHashSet<String>();
        var unknown = new ArrayList<MetadataResponseTopic>();
        resolve(context, request, now, names, unknown);
        var missing = new ArrayList<String>();
        for (var name : names) {
            if (now.topic(name).isEmpty()) {
                missing.add(name);
            }
        }
        if (missing.isEmpty() || !request.allowAutoTopicCreation() || !creation.enabled()) {
            return CompletableFuture.completedFuture(answer(context, request, now, names, unknown));
        }
        return creation.create(context, missing)
                .thenApply(done -> answer(context, request, metadata.snapshot(), names, unknown));
    }

    private static boolean wantsAll(RequestContext context, MetadataRequestData request) {
        return request.topics() == null
                || (context.apiVersion() == 0 && request.topics().isEmpty());
    }

    /** If there is one id, ids alone count, as in Apache Kafka. */
    private static void resolve(
            RequestContext context,
            MetadataRequestData request,
            ClusterMetadata now,
            Set<String> names,
            List<MetadataResponseTopic> unknown) {
        boolean byId = false;
        for (var topic : request.topics()) {
            if (context.apiVersion() < TOPIC_IDS_SINCE) {
                if (topic.name() == null) {
                    throw new InvalidRequestException(
                            "Topic name can not be null for version " + context.apiVersion());
                }
                if (!topic.topicId().equals(Uuid.ZERO_UUID)) {
                    throw new InvalidRequestException(
                            "Topic IDs are not supported in requests for version " + context.apiVersion());
                }
            }
            byId |= !topic.topicId().equals(Uuid.ZERO_UUID);
        }
        var unknownIds = new LinkedHashSet<Uuid>();
        for (var topic : request.topics()) {
            if (!byId) {
                names.add(topic.name());
            } else if (!topic.topicId().equals(Uuid.ZERO_UUID)) {
                now.topic(topic.topicId())
                        .ifPresentOrElse(it -> names.add(it.name()), () -> unknownIds.add(topic.topicId()));
            }
        }
        for (var id : unknownIds) {
            unknown.add(new MetadataResponseTopic()
                    .setErrorCode(Errors.UNKNOWN_TOPIC_ID.code())
                    .setName(null)
                    .setTopicId(id));
        }
    }

    private static MetadataResponseData answer(
            RequestContext context,
            MetadataRequestData request,
            ClusterMetadata now,
            Iterable<String> names,
            List<MetadataResponseTopic> unknown) {
        var response = new MetadataResponseData()
                .setClusterId(now.clusterId())
                .setControllerId(now.controllerId());
        for (var node : now.brokers(context.listenerName())) {
            response.brokers()
                    .add(new MetadataResponseBroker()
                            .setNodeId(node.id())
                            .setHost(node.host())
                            .setPort(node.port())
                            .setRack(node.rack()));
        }
        response.topics().addAll(unknown);
        for (var name : names) {
            var topic = now.topic(name);
            var row = topic.isPresent() ? existing(context, now, topic.get()) : missing(name);
            if (request.includeTopicAuthorizedOperations()) {
                row.setTopicAuthorizedOperations(AuthorizedOperations.all(ResourceType.TOPIC));
            }
            response.topics().add(row);
        }
        if (request.includeClusterAuthorizedOperations() && context.apiVersion() <= CLUSTER_OPERATIONS_UP_TO) {
            response.setClusterAuthorizedOperations(AuthorizedOperations.all(ResourceType.CLUSTER));
        }
        return response;
    }

    private static MetadataResponseTopic missing(String name) {
        return new MetadataResponseTopic()
                .setErrorCode(
                        Topic.isValid(name)
                                ? Errors.UNKNOWN_TOPIC_OR_PARTITION.code()
                                : Errors.INVALID_TOPIC_EXCEPTION.code())
                .setName(name)
                .setIsInternal(Topic.isInternal(name));
    }

    private static MetadataResponseTopic existing(
            RequestContext context, ClusterMetadata now, ClusterMetadata.Topic topic) {
        var row = new MetadataResponseTopic()
                .setName(topic.name())
                .setTopicId(topic.id())
                .setIsInternal(Topic.isInternal(topic.name()));
        for (var partition : topic.partitions()) {
            row.partitions().add(partition(context, now, partition));
        }
        return row;
    }

    private static MetadataResponsePartition partition(
            RequestContext context, ClusterMetadata now, ClusterMetadata.PartitionInfo partition) {
        // Version 0 names only brokers that can be reached, and says so.
        boolean onlyReachable = context.apiVersion() == 0;
        var replicas = onlyReachable ? reachable(context, now, partition.replicas()) : partition.replicas();
        var isr = onlyReachable ? reachable(context, now, partition.isr()) : partition.isr();
        var row = new MetadataResponsePartition()
                .setPartitionIndex(partition.index())
                .setLeaderEpoch(partition.leaderEpoch())
                .setReplicaNodes(replicas)
                .setIsrNodes(isr)
                .setOfflineReplicas(partition.offlineReplicas());
        if (now.broker(partition.leaderId(), context.listenerName()).isEmpty()) {
            boolean otherListener = now.isRegistered(partition.leaderId());
            return row.setLeaderId(MetadataResponse.NO_LEADER_ID)
                    .setErrorCode(
                            otherListener && context.apiVersion() >= LISTENER_NOT_FOUND_SINCE
                                    ? Errors.LISTENER_NOT_FOUND.code()
                                    : Errors.LEADER_NOT_AVAILABLE.code());
        }
        boolean someAway = replicas.size() < partition.replicas().size()
                || isr.size() < partition.isr().size();
        return row.setLeaderId(partition.leaderId())
                .setErrorCode(someAway ? Errors.REPLICA_NOT_AVAILABLE.code() : Errors.NONE.code());
    }

    private static List<Integer> reachable(RequestContext context, ClusterMetadata now, List<Integer> ids) {
        var reachable = new ArrayList<Integer>(ids.size());
        for (var id : ids) {
            if (now.broker(id, context.listenerName()).isPresent()) {
                reachable.add(id);
            }
        }
        return reachable;
    }
}
