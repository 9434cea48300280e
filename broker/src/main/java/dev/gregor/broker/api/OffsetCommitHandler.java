package dev.gregor.broker.api;

import dev.gregor.broker.group.GroupCoordination;
import dev.gregor.broker.quorum.ClusterMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.OffsetCommitRequestData;
import org.apache.kafka.common.message.OffsetCommitRequestData.OffsetCommitRequestPartition;
import org.apache.kafka.common.message.OffsetCommitRequestData.OffsetCommitRequestTopic;
import org.apache.kafka.common.message.OffsetCommitResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.OffsetCommitResponse;

/**
 * OffsetCommit, key 8, versions 2–10 (KIP-211, KIP-345, KIP-848): notes how far a group has read.
 *
 * <p>Topics are named up to version 9 and given by id from 10 on. Rows of topics or partitions that do not exist get
 * UNKNOWN_TOPIC_ID or UNKNOWN_TOPIC_OR_PARTITION and never reach the coordinator.
 */
final class OffsetCommitHandler implements RequestHandler<OffsetCommitRequestData, OffsetCommitResponseData> {
    private final GroupCoordination groups;
    private final ClusterMetadata metadata;

    OffsetCommitHandler(GroupCoordination groups, ClusterMetadata metadata) {
        this.groups = groups;
        this.metadata = metadata;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.OFFSET_COMMIT;
    }

    @Override
    public CompletionStage<OffsetCommitResponseData> handle(RequestContext context, OffsetCommitRequestData request) {
        var useTopicIds = OffsetCommitResponse.useTopicIds(context.apiVersion());
        var response = OffsetCommitResponse.newBuilder(useTopicIds);
        var existing = existingOf(request.topics(), useTopicIds, response);
        if (existing.isEmpty()) {
            return CompletableFuture.completedFuture(response.build().data());
        }
        var commit = new OffsetCommitRequestData()
                .setGroupId(request.groupId())
                .setMemberId(request.memberId())
                .setGenerationIdOrMemberEpoch(request.generationIdOrMemberEpoch())
                .setRetentionTimeMs(request.retentionTimeMs())
                .setGroupInstanceId(request.groupInstanceId())
                .setTopics(existing);
        return groups.commitOffsets(context, commit)
                .thenApply(committed -> response.merge(committed).build().data());
    }

    private List<OffsetCommitRequestTopic> existingOf(
            List<OffsetCommitRequestTopic> topics, boolean useTopicIds, OffsetCommitResponse.Builder response) {
        var cluster = metadata.snapshot();
        var existing = new ArrayList<OffsetCommitRequestTopic>(topics.size());
        for (var topic : topics) {
            var known = useTopicIds ? cluster.topic(topic.topicId()) : cluster.topic(topic.name());
            if (known.isEmpty()) {
                response.addPartitions(
                        useTopicIds ? topic.topicId() : Uuid.ZERO_UUID,
                        topic.name(),
                        topic.partitions(),
                        OffsetCommitRequestPartition::partitionIndex,
                        useTopicIds ? Errors.UNKNOWN_TOPIC_ID : Errors.UNKNOWN_TOPIC_OR_PARTITION);
                continue;
            }
            var kept = keep(topic.partitions(), known.get(), response);
            if (!kept.partitions().isEmpty()) {
                existing.add(kept);
            }
        }
        return existing;
    }

    private static OffsetCommitRequestTopic keep(
            List<OffsetCommitRequestPartition> partitions,
            ClusterMetadata.Topic topic,
            OffsetCommitResponse.Builder response) {
        var kept = new OffsetCommitRequestTopic().setTopicId(topic.id()).setName(topic.name());
        for (var partition : partitions) {
            if (ExistingPartitions.has(topic, partition.partitionIndex())) {
                kept.partitions().add(partition);
            } else {
                response.addPartition(
                        topic.id(), topic.name(), partition.partitionIndex(), Errors.UNKNOWN_TOPIC_OR_PARTITION);
            }
        }
        return kept;
    }
}
