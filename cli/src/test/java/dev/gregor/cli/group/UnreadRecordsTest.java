package dev.gregor.cli.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.junit.jupiter.api.Test;

class UnreadRecordsTest {
    private static final byte MAGIC = 2;

    @Test
    void givenTwoBatches_whenAskedForAnOffsetOfTheSecond_thenItIsThatBatchsFirstTimestamp() {
        // given
        var records = batches(batch(0, 1_000, 1_500), batch(2, 2_000, 2_500));
        // then
        assertThat(UnreadRecords.timestampMs(records, 0)).contains(1_000L);
        assertThat(UnreadRecords.timestampMs(records, 3)).contains(2_000L);
    }

    @Test
    void givenABatchThatWasCutOff_whenAskedForIt_thenNothingIsTold() {
        // given
        var whole = batch(0, 1_000, 1_500).buffer();
        var cut = MemoryRecords.readableRecords(whole.slice(0, whole.remaining() - 1));
        // then
        assertThat(UnreadRecords.timestampMs(cut, 0)).isEmpty();
    }

    @Test
    void givenNoBatchThatFar_whenAskedForIt_thenNothingIsTold() {
        assertThat(UnreadRecords.timestampMs(batch(0, 1_000, 1_500), 9)).isEmpty();
    }

    private static MemoryRecords batch(long baseOffset, long... timestamps) {
        var records = new SimpleRecord[timestamps.length];
        for (int i = 0; i < timestamps.length; i++) {
            records[i] = new SimpleRecord(timestamps[i], new byte[] {1}, new byte[] {2});
        }
        return MemoryRecords.withRecords(MAGIC, baseOffset, Compression.NONE, TimestampType.CREATE_TIME, records);
    }

    private static MemoryRecords batches(MemoryRecords one, MemoryRecords other) {
        var both = ByteBuffer.allocate(one.sizeInBytes() + other.sizeInBytes());
        both.put(one.buffer()).put(other.buffer()).flip();
        return MemoryRecords.readableRecords(both);
    }
}
