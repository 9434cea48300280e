package dev.gregor.broker.storage;

import dev.gregor.broker.storage.AppendResult.RecordError;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.AbstractRecords;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MutableRecordBatch;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.utils.BufferSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The slow way of a compressed batch, taken only where the topic's rules ask for what is inside: keys of compacted topics,
 * timestamps out of range, another codec than the batch's.
 */
final class Recompression {
    private Recompression() {}

    /** @return the codec a topic wants a batch in */
    static CompressionType target(LogSettings settings, int source) {
        return switch (settings.compressionType()) {
            case "producer" -> CompressionType.forId(source);
            case "uncompressed" -> CompressionType.NONE;
            default -> CompressionType.forName(settings.compressionType());
        };
    }

    /** Whether the header alone does not answer the topic's rules. */
    static boolean mustLookInside(ByteBuffer buffer, int at, LogSettings settings, long nowMs) {
        if (settings.compacts()) {
            return true;
        }
        if (settings.timestampType() != TimestampType.CREATE_TIME) {
            return BatchFormat.isLogAppendTime(BatchFormat.attributes(buffer, at));
        }
        long first = buffer.getLong(at + BatchFormat.BASE_TIMESTAMP);
        long max = buffer.getLong(at + BatchFormat.MAX_TIMESTAMP);
        return settings.timestampBeforeMaxMs() != Long.MAX_VALUE
                || BatchFormat.isLogAppendTime(BatchFormat.attributes(buffer, at))
                || (first != BatchFormat.NO_TIMESTAMP && RecordWalk.isOutOfRange(first, settings, nowMs))
                || (max != BatchFormat.NO_TIMESTAMP && RecordWalk.isOutOfRange(max, settings, nowMs));
    }

    /** Checks the records of a compressed batch as {@link RecordWalk} does with those of an uncompressed one. */
    static AppendResult.@Nullable Rejected check(
            ByteBuffer batchBytes, LogSettings settings, long nowMs, long logStartOffset, String partition) {
        var errors = new ArrayList<RecordError>();
        boolean timestampRefused = false;
        var batch = only(batchBytes);
        boolean createTime = settings.timestampType() == TimestampType.CREATE_TIME;
        int index = 0;
        try (var records = batch.skipKeyValueIterator(BufferSupplier.NO_CACHING)) {
            while (records.hasNext()) {
                var record = records.next();
                long timestamp = record.timestamp();
                if (settings.compacts() && !record.hasKey()) {
                    errors.add(new RecordError(
                            index,
                            "Compacted topic cannot accept message without key in topic partition " + partition));
                } else if (createTime && timestamp != BatchFormat.NO_TIMESTAMP) {
                    if (RecordWalk.isOutOfRange(timestamp, settings, nowMs)) {
                        timestampRefused = true;
                        errors.add(new RecordError(
                                index, RecordWalk.outOfRange(timestamp, settings, nowMs, record.offset())));
                    }
                } else if (batch.timestampType() == TimestampType.LOG_APPEND_TIME) {
                    timestampRefused = true;
                    errors.add(
                            new RecordError(
                                    index,
                                    "Invalid timestamp type in message. Producer should not set timestamp type to LogAppendTime."));
                }
                index++;
            }
        } catch (KafkaException e) {
            return unreadable(e, logStartOffset);
        }
        return RecordWalk.refusal(errors, timestampRefused, logStartOffset);
    }

    static AppendResult.Rejected unreadable(KafkaException e, long logStartOffset) {
        var error = Errors.forException(e);
        return new AppendResult.Rejected(
                error == Errors.UNKNOWN_SERVER_ERROR ? Errors.CORRUPT_MESSAGE : error,
                String.valueOf(e.getMessage()),
                List.of(),
                logStartOffset);
    }

    /**
     * The same records as one batch in another codec; base offset 0, timestamps as they are.
     *
     * @throws KafkaException if the batch cannot be read
     */
    static ByteBuffer recompress(
            ByteBuffer batchBytes, CompressionType target, LogSettings settings, long nowMs, int leaderEpoch) {
        var batch = only(batchBytes);
        var records = new ArrayList<Record>();
        try (var iterator = batch.streamingIterator(BufferSupplier.NO_CACHING)) {
            iterator.forEachRemaining(records::add);
        }
        int estimate = AbstractRecords.estimateSizeInBytes(BatchFormat.CURRENT_MAGIC, 0L, target, records);
        try (var builder = MemoryRecords.builder(
                ByteBuffer.allocate(estimate),
                BatchFormat.CURRENT_MAGIC,
                Compression.of(target).build(),
                settings.timestampType(),
                0L,
                nowMs,
                batch.producerId(),
                batch.producerEpoch(),
                batch.baseSequence(),
                batch.isTransactional(),
                leaderEpoch)) {
            long offset = 0;
            for (var record : records) {
                builder.appendWithOffset(offset++, record);
            }
            return builder.build().buffer();
        }
    }

    private static MutableRecordBatch only(ByteBuffer batchBytes) {
        return MemoryRecords.readableRecords(batchBytes).batches().iterator().next();
    }
}
