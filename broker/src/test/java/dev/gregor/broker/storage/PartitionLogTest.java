package dev.gregor.broker.storage;

import static dev.gregor.broker.storage.LogFixture.append;
import static dev.gregor.broker.storage.LogFixture.batch;
import static dev.gregor.broker.storage.LogFixture.bytes;
import static dev.gregor.broker.storage.LogFixture.offsets;
import static dev.gregor.broker.storage.LogFixture.range;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.broker.storage.AppendResult.Appended;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartitionLogTest {
    @TempDir
    Path dir;

    @Test
    void givenAnEmptyLog_whenBatchesAreAppended_thenOffsetsAreDense() throws IOException {
        try (var fixture = new LogFixture(dir)) {
            // given
            var log = fixture.log();
            // when
            var first = append(log, batch(3, 10));
            var second = append(log, batch(2, 10));
            // then
            assertThat(first).isEqualTo(new Appended(0, 2, -1, 0, false));
            assertThat(second).isEqualTo(new Appended(3, 4, -1, 0, false));
            assertThat(log.logEndOffset()).isEqualTo(5);
            assertThat(offsets(log)).isEqualTo(range(0, 5));
        }
    }

    @Test
    void givenManyBatches_whenTheyAreReadFromEveryOffset_thenTheFirstBatchHoldsThatOffset() throws IOException {
        try (var fixture = new LogFixture(dir, s -> settings(s, 20_000))) {
            // given
            var log = fixture.log();
            for (int i = 0; i < 300; i++) {
                append(log, batch(1 + i % 7, 50 + i));
            }
            for (long offset = 0; offset < log.logEndOffset(); offset++) {
                // when
                var read = bytes(log.read(offset, 2_000, true, log.logEndOffset()));
                // then
                var first = read.batches().iterator().next();
                assertThat(first.lastOffset()).isGreaterThanOrEqualTo(offset);
                assertThat(first.baseOffset()).isLessThanOrEqualTo(offset);
                assertThat(read.validBytes()).isEqualTo(read.sizeInBytes());
            }
            assertThat(offsets(log)).isEqualTo(range(0, log.logEndOffset()));
        }
    }

    @Test
    void givenRolledSegments_whenTheStoreIsClosedWell_thenEverythingIsThereAgain() throws IOException {
        try (var fixture = new LogFixture(dir, s -> settings(s, 20_000))) {
            // given
            var log = fixture.log();
            for (int i = 0; i < 100; i++) {
                append(log, batch(5, 200));
            }
            // when
            var again = fixture.restart();
            // then
            assertThat(offsets(again)).isEqualTo(range(0, 500));
            assertThat(append(again, batch(1, 1))).isEqualTo(new Appended(500, 500, -1, 0, false));
            assertThat(again.id()).isEqualTo(LogFixture.ORDERS);
        }
    }

    @Test
    void givenRolledSegments_whenTheProcessDies_thenEverythingIsThereAgain() throws IOException {
        try (var fixture = new LogFixture(dir, s -> settings(s, 20_000))) {
            // given
            var log = fixture.log();
            for (int i = 0; i < 100; i++) {
                append(log, batch(5, 200));
            }
            // when
            var again = fixture.crashAndRestart();
            // then
            assertThat(offsets(again)).isEqualTo(range(0, 500));
            assertThat(append(again, batch(1, 1))).isEqualTo(new Appended(500, 500, -1, 0, false));
        }
    }

    static LogSettings settings(LogSettings s, int segmentBytes) {
        return new LogSettings(
                segmentBytes,
                s.segmentMs(),
                s.segmentJitterMs(),
                s.segmentIndexBytes(),
                s.indexIntervalBytes(),
                s.retentionBytes(),
                s.retentionMs(),
                s.fileDeleteDelayMs(),
                s.maxMessageBytes(),
                s.flushMessages(),
                s.flushMs(),
                s.timestampType(),
                s.timestampBeforeMaxMs(),
                s.timestampAfterMaxMs(),
                s.compressionType(),
                s.deletes(),
                s.compacts(),
                s.minInsyncReplicas(),
                s.preallocate());
    }
}
