package dev.gregor.broker.api;

import dev.gregor.broker.replication.Partition;
import dev.gregor.broker.replication.Replicas;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.message.DeleteRecordsRequestData;
import org.apache.kafka.common.message.DeleteRecordsResponseData;
import org.apache.kafka.common.message.DeleteRecordsResponseData.DeleteRecordsPartitionResult;
import org.apache.kafka.common.message.DeleteRecordsResponseData.DeleteRecordsTopicResult;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * DeleteRecords, key 21 (KIP-107, KIP-204): moves the log start offset of partitions forward.
 *
 * <p>A target offset of -1 means the high watermark. Each row carries the new log start offset, or -1 and one of
 * UNKNOWN_TOPIC_OR_PARTITION, NOT_LEADER_OR_FOLLOWER, OFFSET_OUT_OF_RANGE, POLICY_VIOLATION (the topic is only compacted) and
 * INVALID_TOPIC_EXCEPTION (the topic is internal). One bad row never fails the others.
 */
public final class DeleteRecordsHandler implements RequestHandler<DeleteRecordsRequestData, DeleteRecordsResponseData> {
    private static final Logger LOG = LoggerFactory.getLogger(DeleteRecordsHandler.class);
    private static final int ANY_LEADER_EPOCH = -1;
    private static final long UP_TO_HIGH_WATERMARK = -1;
    private static final long NO_LOW_WATERMARK = -1;

    private final Replicas replicas;
    private final TopicDirectory topics;
    private final Executor files;

    /** @param files runs what may touch files */
    public DeleteRecordsHandler(Replicas replicas, TopicDirectory topics, Executor files) {
        this.replicas = replicas;
        this.topics = topics;
        this.files = files;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.DELETE_RECORDS;
    }

    @Override
    public CompletionStage<DeleteRecordsResponseData> handle(RequestContext context, DeleteRecordsRequestData request) {
        return CompletableFuture.supplyAsync(() -> delete(request), files);
    }

    private DeleteRecordsResponseData delete(DeleteRecordsRequestData request) {
        var response = new DeleteRecordsResponseData();
        for (var topic : request.topics()) {
            var answer = new DeleteRecordsTopicResult().setName(topic.name());
            response.topics().add(answer);
            for (var partition : topic.partitions()) {
                answer.partitions().add(row(topic.name(), partition.partitionIndex(), partition.offset()));
            }
        }
        return response;
    }

    private DeleteRecordsPartitionResult row(String topic, int index, long offset) {
        var found = replicas.partition(topic, index);
        if (found.isEmpty()) {
            return failed(index, topics.whyMissing(topic, index));
        }
        if (Topic.isInternal(topic)) {
            return failed(index, Errors.INVALID_TOPIC_EXCEPTION);
        }
        try {
            return delete(found.get(), offset);
        } catch (RuntimeException e) {
            LOG.error("deleting records of {} before {} failed", found.get().id(), offset, e);
            return failed(index, Errors.forException(e));
        }
    }

    private static DeleteRecordsPartitionResult delete(Partition partition, long offset) {
        int index = partition.id().partition();
        var error = partition.checkLeaderEpoch(ANY_LEADER_EPOCH);
        if (error != Errors.NONE) {
            return failed(index, error);
        }
        var settings = partition.log().settings();
        if (settings.compacts() && !settings.deletes()) {
            return failed(index, Errors.POLICY_VIOLATION);
        }
        long highWatermark = partition.highWatermark();
        long target = offset == UP_TO_HIGH_WATERMARK ? highWatermark : offset;
        if (target < 0 || target > highWatermark) {
            return failed(index, Errors.OFFSET_OUT_OF_RANGE);
        }
        partition.log().advanceLogStartOffset(target);
        return new DeleteRecordsPartitionResult()
                .setPartitionIndex(index)
                .setLowWatermark(partition.log().logStartOffset());
    }

    private static DeleteRecordsPartitionResult failed(int partition, Errors error) {
        return new DeleteRecordsPartitionResult()
                .setPartitionIndex(partition)
                .setLowWatermark(NO_LOW_WATERMARK)
                .setErrorCode(error.code());
    }
}
