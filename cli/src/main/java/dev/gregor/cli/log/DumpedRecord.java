package dev.gregor.cli.log;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** One record with where it was found. */
record DumpedRecord(SegmentSource source, long position, RecordBatch batch, Record record) {
    String topic() {
        return source.topic();
    }

    int partition() {
        return source.partition();
    }

    /** As a consumer would be given it. */
    ConsumerRecord<byte[], byte[]> consumed() {
        return new ConsumerRecord<>(
                topic(),
                partition(),
                record.offset(),
                record.timestamp(),
                batch.timestampType(),
                record.keySize(),
                record.valueSize(),
                bytes(record.key()),
                bytes(record.value()),
                new RecordHeaders(record.headers()),
                batch.partitionLeaderEpoch() < 0 ? Optional.empty() : Optional.of(batch.partitionLeaderEpoch()));
    }

    @SuppressWarnings("NullAway") // a consumer is given null for what is not there
    private static byte[] bytes(@Nullable ByteBuffer buffer) {
        return buffer == null ? null : Utils.readBytes(buffer);
    }
}
