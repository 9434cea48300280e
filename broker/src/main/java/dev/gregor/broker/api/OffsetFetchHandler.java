package dev.gregor.broker.api;

import dev.gregor.broker.group.GroupCoordination;
import dev.gregor.broker.quorum.ClusterMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.OffsetFetchRequestData;
import org.apache.kafka.common.message.OffsetFetchRequestData.OffsetFetchRequestGroup;
import org.apache.kafka.common.message.OffsetFetchRequestData.OffsetFetchRequestTopics;
import org.apache.kafka.common.message.OffsetFetchResponseData;
import org.apache.kafka.common.message.OffsetFetchResponseData.OffsetFetchResponseGroup;
import org.apache.kafka.common.message.OffsetFetchResponseData.OffsetFetchResponsePartitions;
import org.apache.kafka.common.message.OffsetFetchResponseData.OffsetFetchResponseTopics;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.OffsetFetchRequest;
import org.apache.kafka.common.requests.OffsetFetchResponse;

/**
 * OffsetFetch, key 9, versions 1–10 (KIP-88, KIP-447, KIP-709, KIP-848): how far groups have read.
 *
 * <p>One group up to version 7, any number from 8 on; topics by id from 10 on. No list of topics means all of them. A group's
 * error is its row's, in version 1 that of each of its partitions; one bad group never fails the others. A topic id that is not
 * known gets UNKNOWN_TOPIC_ID.
 */
final class OffsetFetchHandler implements RequestHandler<OffsetFetchRequestData, OffsetFetchResponseData> {
    private static final short GROUPS_SINCE = 8;

    private final GroupCoordination groups;
    private final ClusterMetadata metadata;

    OffsetFetchHandler(GroupCoordination groups, ClusterMetadata metadata) {
        this.groups = groups;
        this.metadata = metadata;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.OFFSET_FETCH;
    }

    @Override
    public CompletionStage<OffsetFetchResponseData> handle(RequestContext context, OffsetFetchRequestData request) {
        var rows = new ArrayList<CompletableFuture<OffsetFetchResponseGroup>>();
        for (var group : groupsOf(request, context.apiVersion())) {
            var row = OffsetFetchRequest.requestAllOffsets(group)
                    ? fetchAll(context, group, request.requireStable())
                    : fetch(context, group, request.requireStable());
            rows.add(row.exceptionally(failure ->
                    OffsetFetchResponse.groupError(group, Errors.forException(failure), context.apiVersion())));
        }
        return CompletableFuture.allOf(rows.toArray(CompletableFuture[]::new))
                .thenApply(done -> new OffsetFetchResponse.Builder(
                                rows.stream().map(CompletableFuture::join).toList())
                        .build(context.apiVersion())
                        .data());
    }

    private static List<OffsetFetchRequestGroup> groupsOf(OffsetFetchRequestData request, short version) {
        if (version >= GROUPS_SINCE) {
            return request.groups();
        }
        var group = new OffsetFetchRequestGroup().setGroupId(request.groupId());
        if (request.topics() == null) {
            return List.of(group.setTopics(null));
        }
        for (var topic : request.topics()) {
            group.topics()
                    .add(new OffsetFetchRequestTopics()
                            .setName(topic.name())
                            .setPartitionIndexes(topic.partitionIndexes()));
        }
        return List.of(group);
    }

    private CompletableFuture<OffsetFetchResponseGroup> fetchAll(
            RequestContext context, OffsetFetchRequestGroup group, boolean requireStable) {
        var fetched = groups.fetchOffsets(context, group, requireStable);
        return OffsetFetchRequest.useTopicIds(context.apiVersion()) ? fetched.thenApply(this::withTopicIds) : fetched;
    }

    /** A topic without an id cannot be written where ids are used: it is left out, as it no longer exists. */
    private OffsetFetchResponseGroup withTopicIds(OffsetFetchResponseGroup group) {
        if (group.errorCode() != Errors.NONE.code()) {
            return group;
        }
        var cluster = metadata.snapshot();
        var topics = new ArrayList<OffsetFetchResponseTopics>(group.topics().size());
        for (var topic : group.topics()) {
            if (topic.topicId().equals(Uuid.ZERO_UUID)) {
                cluster.topic(topic.name()).ifPresent(known -> topic.setTopicId(known.id()));
            }
            if (!topic.topicId().equals(Uuid.ZERO_UUID)) {
                topics.add(topic);
            }
        }
        return group.setTopics(topics);
    }

    private CompletableFuture<OffsetFetchResponseGroup> fetch(
            RequestContext context, OffsetFetchRequestGroup group, boolean requireStable) {
        var known = new ArrayList<OffsetFetchRequestTopics>(group.topics().size());
        var unknown = new ArrayList<OffsetFetchResponseTopics>();
        var useTopicIds = OffsetFetchRequest.useTopicIds(context.apiVersion());
        var cluster = metadata.snapshot();
        for (var topic : group.topics()) {
            if (useTopicIds) {
                cluster.topic(topic.topicId()).ifPresent(found -> topic.setName(found.name()));
            }
            if (useTopicIds && topic.name().isEmpty()) {
                unknown.add(unknownTopic(topic));
            } else {
                known.add(topic);
            }
        }
        var question = new OffsetFetchRequestGroup()
                .setGroupId(group.groupId())
                .setMemberId(group.memberId())
                .setMemberEpoch(group.memberEpoch())
                .setTopics(known);
        return groups.fetchOffsets(context, question, requireStable).thenApply(fetched -> {
            if (fetched.errorCode() != Errors.NONE.code() || unknown.isEmpty()) {
                return fetched;
            }
            var topics = new ArrayList<>(fetched.topics());
            topics.addAll(unknown);
            return fetched.setTopics(topics);
        });
    }

    private static OffsetFetchResponseTopics unknownTopic(OffsetFetchRequestTopics topic) {
        var row = new OffsetFetchResponseTopics().setTopicId(topic.topicId()).setName(topic.name());
        for (int index : topic.partitionIndexes()) {
            row.partitions()
                    .add(new OffsetFetchResponsePartitions()
                            .setPartitionIndex(index)
                            .setCommittedOffset(OffsetFetchResponse.INVALID_OFFSET)
                            .setErrorCode(Errors.UNKNOWN_TOPIC_ID.code()));
        }
        return row;
    }
}
