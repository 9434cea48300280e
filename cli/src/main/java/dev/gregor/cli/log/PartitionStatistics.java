package dev.gregor.cli.log;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;

/** Counts what is in one or more partitions. Opens every batch; batches that cannot be opened count as broken. */
final class PartitionStatistics {
    private final Keys keys;
    private final Map<String, Long> batchesByCodec = new TreeMap<>();
    /** By the size's power of two. */
    private final Map<Integer, Long> batchesBySize = new TreeMap<>();

    private final Set<Long> producers = new HashSet<>();
    private final Map<String, Long> recordsByKind = new HashMap<>();
    private long segments;
    private long batches;
    private long records;
    private long bytes;
    private long openedBytes;
    private long largestBatchBytes;
    private long firstTimestampMs = Long.MAX_VALUE;
    private long lastTimestampMs = RecordBatch.NO_TIMESTAMP;
    private long unreadableBytes;

    /** @param mostKeys how many different keys are told apart; others are not counted as keys */
    PartitionStatistics(int mostKeys) {
        keys = new Keys(mostKeys);
    }

    /** @param read is told of the bytes of logs as they are read */
    void add(PartitionFolder folder, LongConsumer read) throws IOException {
        for (long segment : folder.segments()) {
            try (var reader = SegmentReader.open(folder.file(segment, ".log"))) {
                segments++;
                var stored = reader.next();
                for (; stored instanceof StoredBatch.Complete readable; stored = reader.next()) {
                    add(readable);
                    read.accept(readable.sizeBytes());
                }
                long unread = reader.sizeBytes() - stored.position();
                unreadableBytes += unread;
                read.accept(unread);
            } catch (NoSuchFileException deleted) {
                // The log has lost its oldest segment meanwhile.
            }
        }
    }

    private void add(StoredBatch.Complete stored) {
        var batch = stored.batch();
        int size = batch.sizeInBytes();
        batches++;
        bytes += size;
        largestBatchBytes = Math.max(largestBatchBytes, size);
        batchesByCodec.merge(stored.codec(), 1L, Long::sum);
        batchesBySize.merge(Integer.SIZE - 1 - Integer.numberOfLeadingZeros(size), 1L, Long::sum);
        if (batch.hasProducerId()) {
            producers.add(batch.producerId());
        }
        if (!stored.isValid()) {
            unreadableBytes += size;
            return;
        }
        try (var batchRecords = stored.records()) {
            long opened = DefaultRecordBatch.RECORD_BATCH_OVERHEAD;
            while (batchRecords.hasNext()) {
                var record = batchRecords.next();
                opened += record.sizeInBytes();
                add(batch, record);
            }
            openedBytes += batch.isCompressed() ? opened : size;
        } catch (BatchRecords.BrokenException broken) {
            unreadableBytes += size;
        }
    }

    private void add(RecordBatch batch, Record record) {
        records++;
        if (record.timestamp() >= 0) {
            firstTimestampMs = Math.min(firstTimestampMs, record.timestamp());
            lastTimestampMs = Math.max(lastTimestampMs, record.timestamp());
        }
        if (batch.isControlBatch()) {
            count("control");
            return;
        }
        count(batch.isTransactional() ? "transactional" : "plain");
        if (!record.hasValue()) {
            count("tombstones");
        }
        if (record.headers().length > 0) {
            count("withHeaders");
        }
        if (record.hasKey()) {
            keys.add(record.key(), record.sizeInBytes());
        } else {
            count("withoutKey");
        }
    }

    private void count(String kind) {
        recordsByKind.merge(kind, 1L, Long::sum);
    }

    Keys keys() {
        return keys;
    }

    Map<String, Long> batchesByCodec() {
        return batchesByCodec;
    }

    /** Batches by the power of two their size begins at. */
    Map<Integer, Long> batchesBySize() {
        return batchesBySize;
    }

    /** Of {@code plain}, {@code transactional}, {@code control}, and among them {@code tombstones}, {@code withoutKey}, {@code withHeaders}. */
    long recordsOf(String kind) {
        return recordsByKind.getOrDefault(kind, 0L);
    }

    int producers() {
        return producers.size();
    }

    long segments() {
        return segments;
    }

    long batches() {
        return batches;
    }

    long records() {
        return records;
    }

    long bytes() {
        return bytes;
    }

    /** What the batches take uncompressed. */
    long openedBytes() {
        return openedBytes;
    }

    long largestBatchBytes() {
        return largestBatchBytes;
    }

    /** -1 when no record has a time. */
    long firstTimestampMs() {
        return lastTimestampMs < 0 ? RecordBatch.NO_TIMESTAMP : firstTimestampMs;
    }

    long lastTimestampMs() {
        return lastTimestampMs;
    }

    /** Bytes that are no batch, or of batches that cannot be opened. */
    long unreadableBytes() {
        return unreadableBytes;
    }
}
