package dev.gregor.broker.api;

import dev.gregor.broker.group.GroupCoordination;
import dev.gregor.broker.quorum.ClusterMetadata;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.message.OffsetDeleteRequestData;
import org.apache.kafka.common.message.OffsetDeleteRequestData.OffsetDeleteRequestPartition;
import org.apache.kafka.common.message.OffsetDeleteRequestData.OffsetDeleteRequestTopic;
import org.apache.kafka.common.message.OffsetDeleteRequestData.OffsetDeleteRequestTopicCollection;
import org.apache.kafka.common.message.OffsetDeleteResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.OffsetDeleteResponse;

/**
 * OffsetDelete, key 47, version 0 (KIP-496): forgets a group's offsets of topics it is not subscribed to. Topics and partitions
 * that do not exist get UNKNOWN_TOPIC_OR_PARTITION; the group's own errors are the response's.
 */
final class OffsetDeleteHandler implements RequestHandler<OffsetDeleteRequestData, OffsetDeleteResponseData> {
    private final GroupCoordination groups;
    private final ClusterMetadata metadata;

    OffsetDeleteHandler(GroupCoordination groups, ClusterMetadata metadata) {
        this.groups = groups;
        this.metadata = metadata;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.OFFSET_DELETE;
    }

    /** The coordinator is asked even if no topic is left: whether the group exists is its to say. */
    @Override
    public CompletionStage<OffsetDeleteResponseData> handle(RequestContext context, OffsetDeleteRequestData request) {
        var response = new OffsetDeleteResponse.Builder();
        var existing = existingOf(request.topics(), response);
        var deletion =
                new OffsetDeleteRequestData().setGroupId(request.groupId()).setTopics(existing);
        return groups.deleteOffsets(context, deletion)
                .thenApply(deleted -> response.merge(deleted).build().data());
    }

    private OffsetDeleteRequestTopicCollection existingOf(
            OffsetDeleteRequestTopicCollection topics, OffsetDeleteResponse.Builder response) {
        var cluster = metadata.snapshot();
        var existing = new OffsetDeleteRequestTopicCollection();
        for (var topic : topics) {
            var known = cluster.topic(topic.name());
            if (known.isEmpty()) {
                response.addPartitions(
                        topic.name(),
                        topic.partitions(),
                        OffsetDeleteRequestPartition::partitionIndex,
                        Errors.UNKNOWN_TOPIC_OR_PARTITION);
                continue;
            }
            var kept = new OffsetDeleteRequestTopic().setName(topic.name());
            for (var partition : topic.partitions()) {
                if (ExistingPartitions.has(known.get(), partition.partitionIndex())) {
                    kept.partitions().add(partition);
                } else {
                    response.addPartition(topic.name(), partition.partitionIndex(), Errors.UNKNOWN_TOPIC_OR_PARTITION);
                }
            }
            if (!kept.partitions().isEmpty()) {
                existing.add(kept);
            }
        }
        return existing;
    }
}
