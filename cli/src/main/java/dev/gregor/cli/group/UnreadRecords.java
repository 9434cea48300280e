package dev.gregor.cli.group;

import dev.gregor.cli.offsets.ListedOffset;
import dev.gregor.cli.offsets.OffsetLookup;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.FetchRequestData;
import org.apache.kafka.common.message.FetchRequestData.FetchPartition;
import org.apache.kafka.common.message.FetchRequestData.FetchTopic;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.BaseRecords;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.Records;

/**
 * Looks up when the records at some offsets were written, by one Fetch of a few kilobytes a partition. Only batches' heads
 * are read, nothing is decompressed; a partition whose first batch is larger than that may be left out of the answer.
 */
final class UnreadRecords {
    /** The newest version that names topics. */
    private static final int NEWEST_WITH_NAMES = 12;

    private static final int PARTITION_BYTES = 16 * 1024;
    private static final int MAX_BYTES = 8 * 1024 * 1024;
    private static final int CONSUMER = -1;
    private static final short OFFSET_OUT_OF_RANGE = 1;

    private final ClusterClient client;

    UnreadRecords(ClusterClient client) {
        this.client = client;
    }

    /** The timestamps, in ms, of the first records at these offsets or after them, as far as this leader can tell. */
    Map<TopicPartition, Long> timestampsMs(int leader, Map<TopicPartition, Long> offsets) {
        var timestamps = new HashMap<TopicPartition, Long>();
        var gone = fetch(leader, offsets, timestamps);
        if (!gone.isEmpty()) {
            // Records that were never read have been deleted: the oldest that is left is the first unread one.
            var starts = new HashMap<TopicPartition, Long>();
            new OffsetLookup(client, false).listed(gone, OffsetLookup.EARLIEST).forEach((partition, start) -> {
                if (start instanceof ListedOffset.Found found) {
                    starts.put(partition, found.offset());
                }
            });
            fetch(leader, starts, timestamps);
        }
        return timestamps;
    }

    /** @return the partitions whose records at the offset are there no more */
    private List<TopicPartition> fetch(
            int leader, Map<TopicPartition, Long> offsets, Map<TopicPartition, Long> timestamps) {
        var topics = new LinkedHashMap<String, FetchTopic>();
        offsets.forEach((partition, offset) -> topics.computeIfAbsent(
                        partition.topic(), name -> new FetchTopic().setTopic(name))
                .partitions()
                .add(new FetchPartition()
                        .setPartition(partition.partition())
                        .setFetchOffset(offset)
                        .setPartitionMaxBytes(PARTITION_BYTES)));
        var answer = client.askNoNewerThan(
                NEWEST_WITH_NAMES,
                Target.broker(leader),
                new FetchRequestData()
                        .setReplicaId(CONSUMER)
                        .setMaxWaitMs(0)
                        .setMinBytes(0)
                        .setMaxBytes(MAX_BYTES)
                        .setTopics(new ArrayList<>(topics.values())),
                new FetchResponseData(),
                unread -> ErrorCodes.NONE);
        var gone = new ArrayList<TopicPartition>();
        for (var topic : answer.responses()) {
            for (var row : topic.partitions()) {
                var partition = new TopicPartition(topic.topic(), row.partitionIndex());
                if (row.errorCode() == OFFSET_OUT_OF_RANGE) {
                    gone.add(partition);
                } else if (row.errorCode() == ErrorCodes.NONE && row.records() != null) {
                    timestampMs(row.records(), offsets.getOrDefault(partition, 0L))
                            .ifPresent(timestamp -> timestamps.put(partition, timestamp));
                }
            }
        }
        return gone;
    }

    /** The timestamp of the batch that holds the first record at the offset or after it; empty when none is whole. */
    static Optional<Long> timestampMs(BaseRecords records, long offset) {
        if (!(records instanceof Records batches)) {
            return Optional.empty();
        }
        for (var batch : batches.batches()) {
            if (batch.lastOffset() >= offset && !batch.isControlBatch()) {
                boolean byBroker = batch.timestampType() == TimestampType.LOG_APPEND_TIME;
                long timestamp = !byBroker && batch instanceof DefaultRecordBatch ofToday
                        ? ofToday.baseTimestamp()
                        : batch.maxTimestamp();
                return timestamp < 0 ? Optional.empty() : Optional.of(timestamp);
            }
        }
        return Optional.empty();
    }
}
