package dev.gregor.broker.api;

import dev.gregor.broker.quorum.ClusterMetadata;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.message.DescribeTopicPartitionsRequestData;
import org.apache.kafka.common.message.DescribeTopicPartitionsResponseData;
import org.apache.kafka.common.message.DescribeTopicPartitionsResponseData.Cursor;
import org.apache.kafka.common.message.DescribeTopicPartitionsResponseData.DescribeTopicPartitionsResponsePartition;
import org.apache.kafka.common.message.DescribeTopicPartitionsResponseData.DescribeTopicPartitionsResponseTopic;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.MetadataResponse;
import org.apache.kafka.common.resource.ResourceType;

/**
 * DescribeTopicPartitions, key 75, version 0 (KIP-966): partitions with their eligible leaders, by name of the topic, a page at
 * a time; the cursor says where the next page begins.
 */
final class DescribeTopicPartitionsHandler
        implements RequestHandler<DescribeTopicPartitionsRequestData, DescribeTopicPartitionsResponseData> {
    private final ClusterMetadata metadata;
    private final int partitionsLimit;

    /** @param partitionsLimit {@code max.request.partition.size.limit} */
    DescribeTopicPartitionsHandler(ClusterMetadata metadata, int partitionsLimit) {
        this.metadata = metadata;
        this.partitionsLimit = partitionsLimit;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.DESCRIBE_TOPIC_PARTITIONS;
    }

    @Override
    public CompletionStage<DescribeTopicPartitionsResponseData> handle(
            RequestContext context, DescribeTopicPartitionsRequestData request) {
        var now = metadata.snapshot();
        boolean all = request.topics().isEmpty();
        var names = names(now, request, all);
        int left = Math.max(Math.min(partitionsLimit, request.responsePartitionLimit()), 1);
        var response = new DescribeTopicPartitionsResponseData();
        var cursor = request.cursor();
        for (var name : names) {
            if (left == 0) {
                response.setNextCursor(new Cursor().setTopicName(name).setPartitionIndex(0));
                break;
            }
            var topic = now.topic(name);
            if (topic.isEmpty()) {
                if (!all) {
                    response.topics().add(missing(name));
                }
                continue;
            }
            int from = cursor != null && cursor.topicName().equals(name) ? cursor.partitionIndex() : 0;
            int count = topic.get().partitions().size();
            int to = Math.min(count, from + left);
            response.topics().add(row(context, now, topic.get(), Math.min(from, to), to));
            if (to < count) {
                response.setNextCursor(new Cursor().setTopicName(name).setPartitionIndex(to));
                break;
            }
            left -= Math.max(0, to - from);
        }
        return CompletableFuture.completedFuture(response);
    }

    private static TreeSet<String> names(
            ClusterMetadata now, DescribeTopicPartitionsRequestData request, boolean all) {
        var cursor = request.cursor();
        var from = cursor == null ? "" : cursor.topicName();
        var names = new TreeSet<String>();
        if (all) {
            for (var name : now.topicNames()) {
                if (name.compareTo(from) >= 0) {
                    names.add(name);
                }
            }
        } else {
            for (var topic : request.topics()) {
                if (topic.name().compareTo(from) >= 0) {
                    names.add(topic.name());
                }
            }
            if (cursor != null && !names.contains(from)) {
                throw new InvalidRequestException(
                        "DescribeTopicPartitionsRequest topic list should contain the cursor topic: " + from);
            }
        }
        if (cursor != null && cursor.partitionIndex() < 0) {
            throw new InvalidRequestException(
                    "DescribeTopicPartitionsRequest cursor partition must be valid: " + cursor);
        }
        return names;
    }

    private static DescribeTopicPartitionsResponseTopic missing(String name) {
        return new DescribeTopicPartitionsResponseTopic()
                .setErrorCode(
                        Topic.isValid(name)
                                ? Errors.UNKNOWN_TOPIC_OR_PARTITION.code()
                                : Errors.INVALID_TOPIC_EXCEPTION.code())
                .setName(name)
                .setIsInternal(Topic.isInternal(name))
                .setTopicAuthorizedOperations(AuthorizedOperations.all(ResourceType.TOPIC));
    }

    private static DescribeTopicPartitionsResponseTopic row(
            RequestContext context, ClusterMetadata now, ClusterMetadata.Topic topic, int from, int to) {
        var row = new DescribeTopicPartitionsResponseTopic()
                .setErrorCode(Errors.NONE.code())
                .setName(topic.name())
                .setTopicId(topic.id())
                .setIsInternal(Topic.isInternal(topic.name()))
                .setTopicAuthorizedOperations(AuthorizedOperations.all(ResourceType.TOPIC));
        for (var partition : topic.partitions().subList(from, to)) {
            boolean reachable =
                    now.broker(partition.leaderId(), context.listenerName()).isPresent();
            row.partitions()
                    .add(new DescribeTopicPartitionsResponsePartition()
                            .setPartitionIndex(partition.index())
                            .setLeaderId(reachable ? partition.leaderId() : MetadataResponse.NO_LEADER_ID)
                            .setLeaderEpoch(partition.leaderEpoch())
                            .setReplicaNodes(partition.replicas())
                            .setIsrNodes(partition.isr())
                            .setOfflineReplicas(partition.offlineReplicas())
                            .setEligibleLeaderReplicas(partition.elr())
                            .setLastKnownElr(partition.lastKnownElr()));
        }
        return row;
    }
}
