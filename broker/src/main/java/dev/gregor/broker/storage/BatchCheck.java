package dev.gregor.broker.storage;

import dev.gregor.broker.storage.AppendResult.Rejected;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * Checks the batches of one append with Kafka's answers, before anything is changed by it; and notes what the writer needs to
 * know of them. Owned by the log's present writer, and good for one append at a time.
 */
final class BatchCheck {
    private final String partition;
    private final CRC32C crc = new CRC32C();
    private final RecordWalk walk = new RecordWalk();

    private ByteBuffer records = ByteBuffer.allocate(0);
    private int batches;
    private int recordCount;
    private long maxTimestamp;
    private long firstOffset;
    private long lastOffset;
    private boolean replaced;

    BatchCheck(String partition) {
        this.partition = partition;
    }

    /** @return the batches to write, from position to limit: the append's own, or what the topic's codec made of them */
    ByteBuffer records() {
        return records;
    }

    /** @return how many whole batches there are */
    int batches() {
        return batches;
    }

    long maxTimestamp() {
        return maxTimestamp;
    }

    /** @return records in all batches: what offsets advance by, unless offsets are given */
    int recordCount() {
        return recordCount;
    }

    /** @return the first offset, where offsets are given */
    long firstOffset() {
        return firstOffset;
    }

    /** @return the last offset, where offsets are given */
    long lastOffset() {
        return lastOffset;
    }

    /** @return why the append must be refused, or null */
    @Nullable
    Rejected check(
            LogAppend append,
            LogSettings settings,
            ProducerStates producers,
            long nextOffset,
            long nowMs,
            long logStartOffset) {
        records = append.records().duplicate();
        batches = 0;
        recordCount = 0;
        maxTimestamp = BatchFormat.NO_TIMESTAMP;
        firstOffset = -1;
        lastOffset = -1;
        replaced = false;
        boolean replication = append.origin() == LogAppend.Origin.REPLICATION;
        int at = records.position();
        int limit = records.limit();
        while (limit - at >= BatchFormat.BYTES_UP_TO_MAGIC) {
            int length = records.getInt(at + BatchFormat.LENGTH);
            if (length < BatchFormat.MIN_LENGTH) {
                return reject(
                        Errors.CORRUPT_MESSAGE,
                        "Record size " + length + " is less than the minimum record overhead (" + BatchFormat.MIN_LENGTH
                                + ")",
                        logStartOffset);
            }
            if (length > limit - at - BatchFormat.LOG_OVERHEAD) {
                break;
            }
            if (replication && BatchFormat.leaderEpoch(records, at) > append.leaderEpoch()) {
                // Sent before this replica's leader changed: the new leader may see it otherwise (KAFKA-18723).
                break;
            }
            var refused = replication
                    ? checkReplicated(at, nextOffset, logStartOffset)
                    : checkProduced(append, settings, producers, at, nextOffset, nowMs, logStartOffset);
            if (refused != null) {
                return refused;
            }
            batches++;
            if (replaced) {
                return null;
            }
            at += length + BatchFormat.LOG_OVERHEAD;
        }
        records.limit(at);
        if (batches == 0 && !replication) {
            return reject(
                    Errors.INVALID_RECORD,
                    "Produce requests must have exactly one record batch per partition in topic partition " + partition,
                    logStartOffset);
        }
        return null;
    }

    private @Nullable Rejected checkReplicated(int at, long nextOffset, long logStartOffset) {
        var corrupt = checkIntegrity(at, logStartOffset);
        if (corrupt != null) {
            return corrupt;
        }
        long base = BatchFormat.baseOffset(records, at);
        long last = BatchFormat.lastOffset(records, at);
        if (base < (batches == 0 ? nextOffset : lastOffset + 1) || last < base) {
            return reject(
                    Errors.OFFSET_OUT_OF_RANGE,
                    "Unexpected offset in append to " + partition + ". First offset " + base
                            + " is less than the next offset " + (batches == 0 ? nextOffset : lastOffset + 1),
                    logStartOffset);
        }
        firstOffset = batches == 0 ? base : firstOffset;
        lastOffset = last;
        maxTimestamp = Math.max(maxTimestamp, BatchFormat.maxTimestamp(records, at));
        return null;
    }

    private @Nullable Rejected checkIntegrity(int at, long logStartOffset) {
        byte magic = BatchFormat.magic(records, at);
        if (magic != BatchFormat.CURRENT_MAGIC) {
            return magic == 0 || magic == 1
                    ? reject(
                            Errors.UNSUPPORTED_FOR_MESSAGE_FORMAT,
                            "Batches of magic " + magic + " are not written to topic partition " + partition
                                    + "; magic 2 is needed (Kafka 0.11 and later)",
                            logStartOffset)
                    : reject(Errors.CORRUPT_MESSAGE, "Invalid magic found in record: " + magic, logStartOffset);
        }
        int size = BatchFormat.sizeInBytes(records, at);
        if (size < BatchFormat.RECORDS || records.getInt(at + BatchFormat.CRC) != crcOf(records, at, size)) {
            return reject(
                    Errors.CORRUPT_MESSAGE,
                    "Record is corrupt (stored crc = " + Integer.toUnsignedLong(records.getInt(at + BatchFormat.CRC))
                            + ") in topic partition " + partition + ".",
                    logStartOffset);
        }
        return null;
    }

    int crcOf(ByteBuffer buffer, int at, int size) {
        int position = buffer.position();
        int limit = buffer.limit();
        buffer.limit(at + size).position(at + BatchFormat.ATTRIBUTES);
        crc.reset();
        crc.update(buffer);
        buffer.limit(limit).position(position);
        return (int) crc.getValue();
    }

    private @Nullable Rejected checkProduced(
            LogAppend append,
            LogSettings settings,
            ProducerStates producers,
            int at,
            long nextOffset,
            long nowMs,
            long logStartOffset) {
        boolean client = append.origin() == LogAppend.Origin.CLIENT;
        if (client && batches > 0) {
            return reject(
                    Errors.INVALID_RECORD,
                    "Produce requests must have exactly one record batch per partition in topic partition " + partition,
                    logStartOffset);
        }
        int size = BatchFormat.sizeInBytes(records, at);
        byte magic = BatchFormat.magic(records, at);
        if (client && magic == BatchFormat.CURRENT_MAGIC && BatchFormat.baseOffset(records, at) != 0) {
            return reject(
                    Errors.INVALID_RECORD,
                    "The baseOffset of the record batch in the append to " + partition + " should be 0, but it is "
                            + BatchFormat.baseOffset(records, at),
                    logStartOffset);
        }
        if (size > settings.maxMessageBytes()) {
            return tooLarge(
                    "The record batch size in the append to " + partition + " is " + size
                            + " bytes which exceeds the maximum configured value of " + settings.maxMessageBytes()
                            + ").",
                    logStartOffset);
        }
        var refused = checkIntegrity(at, logStartOffset);
        if (refused == null && client) {
            refused = checkClientHeader(at, logStartOffset);
        }
        if (refused == null) {
            refused = checkRecords(append, settings, at, size, nowMs, logStartOffset);
        }
        int start = replaced ? records.position() : at;
        if (refused == null && records.getLong(start + BatchFormat.PRODUCER_ID) != BatchFormat.NO_PRODUCER_ID) {
            refused = checkProducer(producers, start, nextOffset, client, logStartOffset);
        }
        return refused;
    }

    private @Nullable Rejected checkClientHeader(int at, long logStartOffset) {
        int lastDelta = records.getInt(at + BatchFormat.LAST_OFFSET_DELTA);
        int count = records.getInt(at + BatchFormat.RECORD_COUNT);
        if (lastDelta < 0) {
            return reject(
                    Errors.INVALID_RECORD,
                    "Batch has an invalid offset range: [0, " + lastDelta + "] in topic partition " + partition,
                    logStartOffset);
        }
        if (count <= 0) {
            return reject(
                    Errors.INVALID_RECORD,
                    "Invalid reported count for record batch: " + count + " in topic partition " + partition,
                    logStartOffset);
        }
        if (count != lastDelta + 1L) {
            return reject(
                    Errors.INVALID_RECORD,
                    "Inconsistent batch offset range [0, " + lastDelta + "] and count of records " + count
                            + " in topic partition " + partition,
                    logStartOffset);
        }
        if (BatchFormat.isControl(BatchFormat.attributes(records, at))) {
            return reject(
                    Errors.INVALID_RECORD,
                    "Clients are not allowed to write control records in topic partition " + partition,
                    logStartOffset);
        }
        long producerId = records.getLong(at + BatchFormat.PRODUCER_ID);
        int sequence = records.getInt(at + BatchFormat.BASE_SEQUENCE);
        if (producerId > BatchFormat.NO_PRODUCER_ID && sequence < 0) {
            return reject(
                    Errors.INVALID_RECORD,
                    "Invalid sequence number " + sequence + " in record batch with producerId " + producerId
                            + " in topic partition " + partition,
                    logStartOffset);
        }
        return null;
    }

    private @Nullable Rejected checkRecords(
            LogAppend append, LogSettings settings, int at, int size, long nowMs, long logStartOffset) {
        short attributes = BatchFormat.attributes(records, at);
        int source = BatchFormat.compression(attributes);
        if (source > 4) {
            return reject(Errors.CORRUPT_MESSAGE, "Unknown compression type id: " + source, logStartOffset);
        }
        boolean control = BatchFormat.isControl(attributes);
        var target = control
                ? org.apache.kafka.common.record.internal.CompressionType.forId(source)
                : Recompression.target(settings, source);
        long max;
        if (source == 0) {
            var refused = walk.check(records, at, settings, nowMs, logStartOffset, partition);
            if (refused != null) {
                return refused;
            }
            max = walk.maxTimestamp();
            if (settings.timestampType() == TimestampType.CREATE_TIME
                    && max != records.getLong(at + BatchFormat.MAX_TIMESTAMP)) {
                // Kafka trusts the records, not the header; so the header is put right.
                records.putLong(at + BatchFormat.MAX_TIMESTAMP, max);
                records.putInt(at + BatchFormat.CRC, crcOf(records, at, size));
            }
        } else {
            if (Recompression.mustLookInside(records, at, settings, nowMs)) {
                var refused = Recompression.check(batchBytes(at, size), settings, nowMs, logStartOffset, partition);
                if (refused != null) {
                    return refused;
                }
            }
            max = records.getLong(at + BatchFormat.MAX_TIMESTAMP);
        }
        int count = records.getInt(at + BatchFormat.RECORD_COUNT);
        if (target.id != source) {
            var refused = recompress(append, settings, target, at, size, nowMs, logStartOffset);
            if (refused != null) {
                return refused;
            }
        } else if (settings.timestampType() == TimestampType.LOG_APPEND_TIME) {
            records.putShort(at + BatchFormat.ATTRIBUTES, BatchFormat.withLogAppendTime(attributes));
            records.putLong(at + BatchFormat.MAX_TIMESTAMP, nowMs);
            records.putInt(at + BatchFormat.CRC, crcOf(records, at, size));
        }
        maxTimestamp = Math.max(maxTimestamp, settings.timestampType() == TimestampType.LOG_APPEND_TIME ? nowMs : max);
        recordCount += count;
        return null;
    }

    private @Nullable Rejected recompress(
            LogAppend append,
            LogSettings settings,
            org.apache.kafka.common.record.internal.CompressionType target,
            int at,
            int size,
            long nowMs,
            long logStartOffset) {
        if (batches > 0 || at + size < records.limit() - BatchFormat.BYTES_UP_TO_MAGIC) {
            // Only clients' batches come in codecs of their own, and those come one at a time.
            return null;
        }
        try {
            records = Recompression.recompress(batchBytes(at, size), target, settings, nowMs, append.leaderEpoch());
        } catch (KafkaException e) {
            return Recompression.unreadable(e, logStartOffset);
        }
        replaced = true;
        if (records.remaining() > settings.maxMessageBytes()) {
            return tooLarge(
                    "Message batch size is " + records.remaining() + " bytes in append to partition " + partition
                            + " which exceeds the maximum configured size of " + settings.maxMessageBytes() + ".",
                    logStartOffset);
        }
        return null;
    }

    private ByteBuffer batchBytes(int at, int size) {
        return records.duplicate().position(at).limit(at + size).slice();
    }

    private @Nullable Rejected checkProducer(
            ProducerStates producers, int at, long nextOffset, boolean client, long logStartOffset) {
        var entry = producers.find(records.getLong(at + BatchFormat.PRODUCER_ID));
        if (client && entry != null && duplicateIn(entry, at) >= 0) {
            return null;
        }
        var refusal = producers.check(entry, records, at, nextOffset, client, partition);
        return refusal == null ? null : reject(refusal.error(), refusal.message(), logStartOffset);
    }

    /** @return which of the producer's remembered batches the one at a place repeats, or -1 */
    int duplicateIn(ProducerEntry entry, int at) {
        int first = records.getInt(at + BatchFormat.BASE_SEQUENCE);
        int last = BatchFormat.plusSequence(first, records.getInt(at + BatchFormat.LAST_OFFSET_DELTA));
        return entry.find(records.getShort(at + BatchFormat.PRODUCER_EPOCH), first, last);
    }

    private static Rejected tooLarge(String message, long logStartOffset) {
        return reject(Errors.MESSAGE_TOO_LARGE, message, logStartOffset);
    }

    static Rejected reject(Errors error, String message, long logStartOffset) {
        return new Rejected(error, message, List.of(), logStartOffset);
    }
}
