package dev.gregor.broker.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.apache.kafka.common.requests.ProduceRequest;
import org.junit.jupiter.api.Test;

/** What we accept is what Apache Kafka's own check of produce requests accepts, with the same error where it does not. */
class ProducedBatchTest {
    private static final SimpleRecord RECORD =
            new SimpleRecord(1L, "value".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    @Test
    void givenBatchesOfEveryKind_whenChecked_thenTheErrorIsKafkas() {
        var one = bytes(RecordBatch.MAGIC_VALUE_V2, CompressionType.NONE);
        assertLikeKafka((short) 3, one);
        assertLikeKafka((short) 3, new byte[0]);
        assertLikeKafka((short) 3, bytes(RecordBatch.MAGIC_VALUE_V0, CompressionType.NONE));
        assertLikeKafka((short) 9, bytes(RecordBatch.MAGIC_VALUE_V1, CompressionType.GZIP));
        assertLikeKafka((short) 6, bytes(RecordBatch.MAGIC_VALUE_V2, CompressionType.ZSTD));
        assertLikeKafka((short) 7, bytes(RecordBatch.MAGIC_VALUE_V2, CompressionType.ZSTD));
        assertLikeKafka((short) 9, twice(one));
    }

    @Test
    void givenBatchesCutOrChangedAnywhere_whenChecked_thenTheErrorIsKafkas() {
        var two = twice(bytes(RecordBatch.MAGIC_VALUE_V2, CompressionType.NONE));
        for (int length = 0; length <= two.length; length++) {
            assertLikeKafka((short) 9, java.util.Arrays.copyOf(two, length));
        }
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            var changed = two.clone();
            changed[random.nextInt(30)] = (byte) random.nextInt();
            assertLikeKafka((short) 9, changed);
        }
    }

    private static void assertLikeKafka(short version, byte[] bytes) {
        assertThat(ours(version, bytes)).as("%d bytes", bytes.length).isEqualTo(kafkas(version, bytes));
    }

    private static Errors ours(short version, byte[] bytes) {
        var shifted =
                ByteBuffer.allocate(bytes.length + 3).position(3).put(bytes).position(3);
        try {
            ProducedBatch.check(version, shifted);
            return Errors.NONE;
        } catch (RuntimeException e) {
            return Errors.forException(e);
        }
    }

    private static Errors kafkas(short version, byte[] bytes) {
        try {
            ProduceRequest.validateRecords(version, MemoryRecords.readableRecords(ByteBuffer.wrap(bytes)));
            return Errors.NONE;
        } catch (RuntimeException e) {
            return Errors.forException(e);
        }
    }

    private static byte[] bytes(byte magic, CompressionType codec) {
        var records = MemoryRecords.withRecords(
                magic, 0, Compression.of(codec).build(), TimestampType.CREATE_TIME, RECORD, RECORD);
        var bytes = new byte[records.sizeInBytes()];
        records.buffer().get(bytes);
        return bytes;
    }

    private static byte[] twice(byte[] bytes) {
        return ByteBuffer.allocate(2 * bytes.length).put(bytes).put(bytes).array();
    }
}
