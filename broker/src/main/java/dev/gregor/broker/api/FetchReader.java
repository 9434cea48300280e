package dev.gregor.broker.api;

import dev.gregor.broker.replication.Partition;
import dev.gregor.broker.replication.Partition.FetchIsolation;
import dev.gregor.broker.replication.Replicas;
import dev.gregor.broker.storage.LogRead;
import dev.gregor.broker.storage.LogSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.message.FetchResponseData.EpochEndOffset;
import org.apache.kafka.common.message.FetchResponseData.PartitionData;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.requests.FetchResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the partitions of one fetch request, in their order and within its limits. */
final class FetchReader {
    private static final Logger LOG = LoggerFactory.getLogger(FetchReader.class);
    private static final int UNKNOWN = -1;

    private final Replicas replicas;
    private final TopicDirectory topics;
    private final boolean fromFollower;
    private final FetchIsolation isolation;
    private final int maxBytes;

    FetchReader(
            Replicas replicas, TopicDirectory topics, boolean fromFollower, FetchIsolation isolation, int maxBytes) {
        this.replicas = replicas;
        this.topics = topics;
        this.fromFollower = fromFollower;
        this.isolation = isolation;
        this.maxBytes = maxBytes;
    }

    /**
     * What one pass over the partitions found.
     *
     * @param bytes of records in all
     * @param urgent whether something does not wait: an error, a diverging epoch, or a partition read up to its limit
     */
    record Pass(List<FetchedPartition> rows, int bytes, boolean urgent) {
        void release() {
            rows.forEach(FetchedPartition::release);
        }

        /** Makes the answer, which then owns what was read; where that fails, nobody else would let it go. */
        FetchResponseData into(Function<Pass, FetchResponseData> respond) {
            try {
                return respond.apply(this);
            } catch (RuntimeException failed) {
                release();
                throw failed;
            }
        }
    }

    Optional<Partition> partition(FetchPartition request) {
        return request.topic().isEmpty()
                ? replicas.partition(request.topicId(), request.index())
                : replicas.partition(request.topic(), request.index());
    }

    Pass read(List<FetchPartition> partitions) {
        var rows = new ArrayList<FetchedPartition>(partitions.size());
        int bytes = 0;
        boolean urgent = false;
        for (var request : partitions) {
            int wanted = Math.min(request.maxBytes(), Math.max(0, maxBytes - bytes));
            // The first partition that has records gives at least one batch, whatever the limits (KIP-74).
            var row = new FetchedPartition(request, read(request, wanted, bytes == 0));
            rows.add(row);
            int size = row.sizeInBytes();
            bytes += size;
            urgent |= row.data().errorCode() != Errors.NONE.code()
                    || FetchResponse.isDivergingEpoch(row.data())
                    // Batches are whole: past half of what fits, the next one may not, and waiting would be in vain.
                    || (size > 0 && size >= wanted / 2);
        }
        return new Pass(rows, bytes, urgent);
    }

    private PartitionData read(FetchPartition request, int wanted, boolean atLeastOneBatch) {
        var found = partition(request);
        if (found.isEmpty()) {
            return error(request, whyMissing(request));
        }
        var partition = found.get();
        var error = partition.checkLeaderEpoch(request.currentLeaderEpoch());
        if (error == Errors.NONE && fromFollower) {
            // Nobody follows us: whoever says so is not among the replicas, and sees nothing uncommitted.
            error = request.currentLeaderEpoch() < 0 ? Errors.NOT_LEADER_OR_FOLLOWER : Errors.UNKNOWN_LEADER_EPOCH;
        }
        if (error != Errors.NONE) {
            return error(request, error);
        }
        try {
            return read(partition, request, wanted, atLeastOneBatch);
        } catch (RuntimeException e) {
            LOG.error("reading {} at {} failed", partition.id(), request.fetchOffset(), e);
            return error(request, Errors.forException(e));
        }
    }

    private PartitionData read(Partition partition, FetchPartition request, int wanted, boolean atLeastOneBatch) {
        // Taken before the read, so that what is told never runs ahead of what is given.
        var data = new PartitionData()
                .setPartitionIndex(request.index())
                .setHighWatermark(partition.highWatermark())
                .setLastStableOffset(partition.lastStableOffset())
                .setLogStartOffset(partition.log().logStartOffset())
                .setRecords(MemoryRecords.EMPTY);
        if (request.lastFetchedEpoch() >= 0) {
            var end = partition.log().endOffsetForEpoch(request.lastFetchedEpoch());
            if (end.leaderEpoch() == UNKNOWN
                    || end.endOffset() == UNKNOWN
                    || request.fetchOffset() < data.logStartOffset()) {
                return error(request, Errors.OFFSET_OUT_OF_RANGE);
            }
            if (end.leaderEpoch() < request.lastFetchedEpoch() || end.endOffset() < request.fetchOffset()) {
                return data.setDivergingEpoch(
                        new EpochEndOffset().setEpoch(end.leaderEpoch()).setEndOffset(end.endOffset()));
            }
        }
        var read = partition.read(request.fetchOffset(), wanted, atLeastOneBatch, isolation);
        if (read instanceof LogRead.OutOfRange) {
            return error(request, Errors.OFFSET_OUT_OF_RANGE);
        }
        // No transaction can be open or aborted yet: to consumers of committed records the list is empty, not absent.
        data.setAbortedTransactions(isolation == FetchIsolation.LAST_STABLE ? List.of() : null);
        return read instanceof LogRead.Found found ? data.setRecords(nonEmpty(found.slice())) : data;
    }

    private static org.apache.kafka.common.record.internal.BaseRecords nonEmpty(LogSlice slice) {
        if (slice.sizeInBytes() > 0) {
            return slice;
        }
        slice.release();
        return MemoryRecords.EMPTY;
    }

    /** As in Apache Kafka, the list of aborted transactions is empty where a topic is unknown, and else absent. */
    private static PartitionData error(FetchPartition request, Errors error) {
        var data = FetchResponse.partitionResponse(request.index(), error);
        boolean unknown = error == Errors.UNKNOWN_TOPIC_OR_PARTITION || error == Errors.UNKNOWN_TOPIC_ID;
        return unknown ? data : data.setAbortedTransactions(null);
    }

    private Errors whyMissing(FetchPartition request) {
        return request.topic().isEmpty()
                ? topics.whyMissing(request.topicId(), request.index())
                : topics.whyMissing(request.topic(), request.index());
    }
}
