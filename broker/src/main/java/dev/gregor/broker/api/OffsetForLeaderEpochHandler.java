package dev.gregor.broker.api;

import dev.gregor.broker.replication.Replicas;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.message.OffsetForLeaderEpochRequestData;
import org.apache.kafka.common.message.OffsetForLeaderEpochRequestData.OffsetForLeaderPartition;
import org.apache.kafka.common.message.OffsetForLeaderEpochResponseData;
import org.apache.kafka.common.message.OffsetForLeaderEpochResponseData.EpochEndOffset;
import org.apache.kafka.common.message.OffsetForLeaderEpochResponseData.OffsetForLeaderTopicResult;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;

/**
 * OffsetForLeaderEpoch, key 23, versions 2 and later (KIP-101, KIP-320): where a leader epoch ends, so that consumers and
 * followers find where their log departs from the leader's. An epoch that is not known gives -1 and -1, without an error.
 */
public final class OffsetForLeaderEpochHandler
        implements RequestHandler<OffsetForLeaderEpochRequestData, OffsetForLeaderEpochResponseData> {
    private final Replicas replicas;
    private final TopicDirectory topics;

    public OffsetForLeaderEpochHandler(Replicas replicas, TopicDirectory topics) {
        this.replicas = replicas;
        this.topics = topics;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.OFFSET_FOR_LEADER_EPOCH;
    }

    @Override
    public CompletionStage<OffsetForLeaderEpochResponseData> handle(
            RequestContext context, OffsetForLeaderEpochRequestData request) {
        var response = new OffsetForLeaderEpochResponseData();
        for (var topic : request.topics()) {
            var answer = new OffsetForLeaderTopicResult().setTopic(topic.topic());
            response.topics().add(answer);
            for (var partition : topic.partitions()) {
                answer.partitions().add(endOfEpoch(topic.topic(), partition));
            }
        }
        return CompletableFuture.completedFuture(response);
    }

    private EpochEndOffset endOfEpoch(String topic, OffsetForLeaderPartition asked) {
        var row = new EpochEndOffset().setPartition(asked.partition());
        var found = replicas.partition(topic, asked.partition());
        if (found.isEmpty()) {
            var error = topics.whyMissing(topic, asked.partition());
            return row.setErrorCode(error.code());
        }
        var error = found.get().checkLeaderEpoch(asked.currentLeaderEpoch());
        if (error != Errors.NONE) {
            return row.setErrorCode(error.code());
        }
        var end = found.get().log().endOffsetForEpoch(asked.leaderEpoch());
        return row.setLeaderEpoch(end.leaderEpoch()).setEndOffset(end.endOffset());
    }
}
