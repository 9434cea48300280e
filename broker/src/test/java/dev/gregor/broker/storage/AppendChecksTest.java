package dev.gregor.broker.storage;

import static dev.gregor.broker.storage.LogFixture.NOW;
import static dev.gregor.broker.storage.LogFixture.append;
import static dev.gregor.broker.storage.LogFixture.batch;
import static dev.gregor.broker.storage.LogFixture.direct;
import static dev.gregor.broker.storage.LogFixture.records;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.broker.storage.AppendResult.Appended;
import dev.gregor.broker.storage.AppendResult.Rejected;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client's batch must be; each refusal leaves the log as it was. */
class AppendChecksTest {
    @TempDir
    Path dir;

    private @Nullable LogFixture opened;

    private LogFixture fixture() {
        return Objects.requireNonNull(opened);
    }

    @AfterEach
    void close() {
        fixture().close();
    }

    private PartitionLog log(Map<String, Object> changes) {
        opened = new LogFixture(dir, s -> LogFixture.with(s, changes));
        var log = opened.log();
        append(log, batch(CompressionType.NONE, records(1, 10, NOW)));
        return log;
    }

    private void assertRefused(PartitionLog log, ByteBuffer records, Errors expected) throws IOException {
        var result = append(log, records, LogAppend.Origin.CLIENT, 0);
        assertThat(result).isInstanceOf(Rejected.class);
        assertThat(((Rejected) result).error()).isEqualTo(expected);
        assertThat(log.logEndOffset()).isEqualTo(1);
        assertThat(log.sizeBytes())
                .isEqualTo(fixture()
                        .folder()
                        .resolve("00000000000000000000.log")
                        .toFile()
                        .length());
        assertThat(append(log, batch(1, 1))).isEqualTo(new Appended(1, 1, -1, 0, false));
    }

    private static ByteBuffer damaged(Consumer<ByteBuffer> change) {
        var records = direct(batch(CompressionType.NONE, records(3, 10, NOW)));
        change.accept(records);
        return records;
    }

    private static ByteBuffer resealed(Consumer<ByteBuffer> change) {
        var records = damaged(change);
        var crc = new CRC32C();
        crc.update(records.duplicate().position(BatchFormat.ATTRIBUTES));
        return records.putInt(BatchFormat.CRC, (int) crc.getValue());
    }

    @Test
    void givenAWrongChecksum_whenAppended_thenCorruptMessage() throws IOException {
        assertRefused(log(Map.of()), damaged(b -> b.put(70, (byte) 99)), Errors.CORRUPT_MESSAGE);
    }

    @Test
    void givenMagicOne_whenAppended_thenUnsupportedForMessageFormat() throws IOException {
        var old = MemoryRecords.withRecords((byte) 1, 0, Compression.NONE, records(1, 10, NOW));
        assertRefused(log(Map.of()), direct(old), Errors.UNSUPPORTED_FOR_MESSAGE_FORMAT);
    }

    @Test
    void givenMagicThree_whenAppended_thenCorruptMessage() throws IOException {
        assertRefused(log(Map.of()), damaged(b -> b.put(BatchFormat.MAGIC, (byte) 3)), Errors.CORRUPT_MESSAGE);
    }

    @Test
    void givenANegativeLength_whenAppended_thenCorruptMessage() throws IOException {
        assertRefused(log(Map.of()), damaged(b -> b.putInt(BatchFormat.LENGTH, -5)), Errors.CORRUPT_MESSAGE);
    }

    @Test
    void givenALengthBeyondTheBuffer_whenAppended_thenInvalidRecord() throws IOException {
        assertRefused(
                log(Map.of()), damaged(b -> b.putInt(BatchFormat.LENGTH, Integer.MAX_VALUE)), Errors.INVALID_RECORD);
    }

    @Test
    void givenALengthShorterThanAHeader_whenAppended_thenCorruptMessage() throws IOException {
        assertRefused(log(Map.of()), damaged(b -> b.putInt(BatchFormat.LENGTH, 20)), Errors.CORRUPT_MESSAGE);
    }

    @Test
    void givenNoBatch_whenAppended_thenInvalidRecord() throws IOException {
        assertRefused(log(Map.of()), ByteBuffer.allocateDirect(0), Errors.INVALID_RECORD);
    }

    @Test
    void givenTwoBatches_whenAppendedByAClient_thenInvalidRecord() throws IOException {
        var one = direct(batch(1, 10));
        var two = ByteBuffer.allocateDirect(one.remaining() * 2)
                .put(one.duplicate())
                .put(one.duplicate())
                .flip();
        assertRefused(log(Map.of()), two, Errors.INVALID_RECORD);
    }

    @Test
    void givenABaseOffsetOtherThanZero_whenAppended_thenInvalidRecord() throws IOException {
        assertRefused(log(Map.of()), damaged(b -> b.putLong(0, 7)), Errors.INVALID_RECORD);
    }

    @Test
    void givenACountUnlikeTheOffsets_whenAppended_thenInvalidRecord() throws IOException {
        assertRefused(log(Map.of()), resealed(b -> b.putInt(BatchFormat.RECORD_COUNT, 2)), Errors.INVALID_RECORD);
    }

    @Test
    void givenFewerRecordsThanCounted_whenAppended_thenInvalidRecord() throws IOException {
        assertRefused(
                log(Map.of()),
                resealed(b -> b.putInt(BatchFormat.RECORD_COUNT, 4).putInt(BatchFormat.LAST_OFFSET_DELTA, 3)),
                Errors.INVALID_RECORD);
    }

    @Test
    void givenAControlBatch_whenAppendedByAClient_thenInvalidRecord() throws IOException {
        assertRefused(
                log(Map.of()), resealed(b -> b.putShort(BatchFormat.ATTRIBUTES, (short) 0x20)), Errors.INVALID_RECORD);
    }

    @Test
    void givenAProducerWithoutSequence_whenAppended_thenInvalidRecord() throws IOException {
        assertRefused(log(Map.of()), resealed(b -> b.putLong(BatchFormat.PRODUCER_ID, 5)), Errors.INVALID_RECORD);
    }

    @Test
    void givenAnUnknownCodec_whenAppended_thenCorruptMessage() throws IOException {
        assertRefused(
                log(Map.of()), resealed(b -> b.putShort(BatchFormat.ATTRIBUTES, (short) 6)), Errors.CORRUPT_MESSAGE);
    }

    @Test
    void givenALargeBatch_whenAppended_thenMessageTooLarge() throws IOException {
        assertRefused(log(Map.of("maxMessageBytes", 1000)), direct(batch(1, 1000)), Errors.MESSAGE_TOO_LARGE);
    }

    @Test
    void givenABatchLargerThanASegment_whenAppended_thenRecordListTooLarge() throws IOException {
        assertRefused(log(Map.of("segmentBytes", 1000)), direct(batch(1, 1000)), Errors.RECORD_LIST_TOO_LARGE);
    }

    @Test
    void givenTimestampsOutOfRange_whenAppended_thenInvalidTimestampNamesTheRecords() throws IOException {
        for (var codec : List.of(CompressionType.NONE, CompressionType.LZ4)) {
            // given
            var log = log(Map.of());
            var late = new SimpleRecord(NOW + 2 * 3600_000L, new byte[1], new byte[1]);
            var good = new SimpleRecord(NOW, new byte[1], new byte[1]);
            // when
            var result = append(log, batch(codec, good, late, good, late));
            // then
            assertThat(((Rejected) result).error()).isEqualTo(Errors.INVALID_TIMESTAMP);
            assertThat(((Rejected) result).recordErrors())
                    .extracting(AppendResult.RecordError::index)
                    .containsExactly(1, 3);
            assertRefused(log, direct(batch(codec, late)), Errors.INVALID_TIMESTAMP);
            fixture().close();
            try (var files = java.nio.file.Files.walk(dir)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .filter(p -> !p.equals(dir))
                        .forEach(p -> p.toFile().delete());
            }
        }
        log(Map.of());
    }

    @Test
    void givenACompactedTopic_whenARecordHasNoKey_thenInvalidRecordNamesIt() throws IOException {
        // given
        var log = log(Map.of("compacts", true));
        var keyless = new SimpleRecord(NOW, null, new byte[1]);
        var keyed = new SimpleRecord(NOW, new byte[1], new byte[1]);
        for (var codec : CompressionType.values()) {
            // when
            var result = append(log, batch(codec, keyed, keyless));
            // then
            assertThat(((Rejected) result).error()).isEqualTo(Errors.INVALID_RECORD);
            assertThat(((Rejected) result).recordErrors())
                    .extracting(AppendResult.RecordError::index)
                    .containsExactly(1);
            assertThat(append(log, batch(codec, keyed, keyed))).isInstanceOf(Appended.class);
        }
    }

    @Test
    void givenLogAppendTime_whenAppended_thenTheBatchHasTheBrokersTimeAndAValidChecksum() throws IOException {
        for (var codec : List.of(CompressionType.NONE, CompressionType.ZSTD)) {
            // given
            var log = opened == null
                    ? log(Map.of("timestampType", TimestampType.LOG_APPEND_TIME))
                    : fixture().log();
            long next = log.logEndOffset();
            fixture().clock.advance(1234);
            // when
            var result = append(log, batch(codec, records(2, 10, 5L)));
            // then
            long now = fixture().clock.millis();
            assertThat(result).isEqualTo(new Appended(next, next + 1, now, 0, false));
            var read = LogFixture.bytes(log.read(next, 1 << 20, true, next + 2))
                    .batches()
                    .iterator()
                    .next();
            read.ensureValid();
            assertThat(read.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
            assertThat(read.maxTimestamp()).isEqualTo(now);
        }
    }

    @Test
    void givenATopicWithACodec_whenBatchesOfOthersCome_thenAllAreStoredInIt() throws IOException {
        // given
        var log = log(Map.of("compressionType", "lz4"));
        for (var codec : CompressionType.values()) {
            append(log, batch(codec, records(10, 100, NOW)));
        }
        // when
        var stored = new ArrayList<RecordBatch>();
        LogFixture.bytes(log.read(0, 1 << 20, true, log.logEndOffset()))
                .batches()
                .forEach(stored::add);
        // then
        assertThat(stored).allSatisfy(batch -> {
            batch.ensureValid();
            assertThat(batch.compressionType()).isEqualTo(CompressionType.LZ4);
        });
        assertThat(LogFixture.offsets(log)).isEqualTo(LogFixture.range(0, 51));
    }

    @Test
    void givenBytesAfterTheBatch_whenAppended_thenTheyAreLeftOutAsKafkaDoes() throws IOException {
        // given
        var log = log(Map.of());
        var one = direct(batch(1, 10));
        var longer = ByteBuffer.allocateDirect(one.remaining() + 10)
                .put(one.duplicate())
                .put(new byte[10])
                .flip();
        // when
        append(log, longer, LogAppend.Origin.CLIENT, 0);
        append(log, batch(1, 10));
        // then
        assertThat(LogFixture.offsets(log)).isEqualTo(LogFixture.range(0, 3));
    }

    @Test
    void givenAHeaderWithAWrongMaxTimestamp_whenAppended_thenItIsPutRightAsKafkaDoes() throws IOException {
        // given
        var log = log(Map.of());
        // when
        append(log, resealed(b -> b.putLong(BatchFormat.MAX_TIMESTAMP, 3)), LogAppend.Origin.CLIENT, 0);
        // then
        var stored = LogFixture.bytes(log.read(1, 1 << 20, true, 4))
                .batches()
                .iterator()
                .next();
        stored.ensureValid();
        assertThat(stored.maxTimestamp()).isEqualTo(NOW + 2);
    }
}
