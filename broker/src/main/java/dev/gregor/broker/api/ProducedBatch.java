package dev.gregor.broker.api;

import java.nio.ByteBuffer;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.errors.UnsupportedCompressionTypeException;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.RecordBatch;

/** What a produce request may carry for a partition: exactly one batch of magic 2. Looks at the batch's header alone. */
final class ProducedBatch {
    private static final int LENGTH_OFFSET = 8;
    private static final int OVERHEAD_BYTES = 12;
    private static final int MAGIC_OFFSET = 16;
    private static final int ATTRIBUTES_OFFSET = 21;
    private static final int COMPRESSION_MASK = 0x07;
    private static final int TRANSACTIONAL_BIT = 0x10;
    private static final int SMALLEST_RECORD_BYTES = 14;
    private static final short ZSTD_SINCE = 7;

    private ProducedBatch() {}

    /**
     * @return the batch: trailing bytes that are not a batch are left out, as in Apache Kafka
     * @throws org.apache.kafka.common.errors.ApiException whose error is the partition's answer
     */
    static ByteBuffer check(short version, ByteBuffer records) {
        int at = records.position();
        int size = batchSize(records, at);
        if (size < 0) {
            throw new InvalidRecordException(
                    "Produce requests with version " + version + " must have at least one record batch per partition");
        }
        if (records.get(at + MAGIC_OFFSET) != RecordBatch.MAGIC_VALUE_V2) {
            throw new InvalidRecordException("Produce requests with version " + version
                    + " are only allowed to contain record batches with magic version 2");
        }
        if (version < ZSTD_SINCE && compression(records) == CompressionType.ZSTD.id) {
            throw new UnsupportedCompressionTypeException(
                    "Produce requests with version " + version + " are not allowed to use ZStandard compression");
        }
        if (size == records.remaining()) {
            return records;
        }
        if (batchSize(records, at + size) >= 0) {
            throw new InvalidRecordException("Produce requests with version " + version
                    + " are only allowed to contain exactly one record batch per partition");
        }
        return records.slice(at, size);
    }

    static boolean isTransactional(ByteBuffer records) {
        return records.remaining() > ATTRIBUTES_OFFSET + 1
                && (records.getShort(records.position() + ATTRIBUTES_OFFSET) & TRANSACTIONAL_BIT) != 0;
    }

    private static int compression(ByteBuffer records) {
        return records.remaining() > ATTRIBUTES_OFFSET + 1
                ? records.getShort(records.position() + ATTRIBUTES_OFFSET) & COMPRESSION_MASK
                : 0;
    }

    /** @return bytes of the batch at {@code at}, or -1 if no whole one is there */
    private static int batchSize(ByteBuffer records, int at) {
        int remaining = records.limit() - at;
        if (remaining < OVERHEAD_BYTES) {
            return -1;
        }
        int length = records.getInt(at + LENGTH_OFFSET);
        if (length < SMALLEST_RECORD_BYTES) {
            throw new CorruptRecordException("Record size " + length + " is less than the minimum record overhead ("
                    + SMALLEST_RECORD_BYTES + ")");
        }
        if (remaining <= MAGIC_OFFSET) {
            return -1;
        }
        byte magic = records.get(at + MAGIC_OFFSET);
        if (magic < 0 || magic > RecordBatch.CURRENT_MAGIC_VALUE) {
            throw new CorruptRecordException("Invalid magic found in record: " + magic);
        }
        return length > remaining - OVERHEAD_BYTES ? -1 : length + OVERHEAD_BYTES;
    }
}
