package dev.gregor.broker.storage;

import static dev.gregor.broker.storage.LogFixture.NOW;
import static dev.gregor.broker.storage.LogFixture.append;
import static dev.gregor.broker.storage.LogFixture.batch;
import static dev.gregor.broker.storage.LogFixture.direct;
import static dev.gregor.broker.storage.LogFixture.idempotent;
import static dev.gregor.broker.storage.LogFixture.offsets;
import static dev.gregor.broker.storage.LogFixture.range;
import static dev.gregor.broker.storage.LogFixture.records;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.broker.storage.AppendResult.Appended;
import dev.gregor.broker.storage.PartitionLog.EpochEndOffset;
import dev.gregor.broker.storage.PartitionLog.TimestampAndOffset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.record.internal.CompressionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rolling, retention, truncation, epochs, lookups by time, deletion. */
class LogMaintenanceTest {
    @TempDir
    Path dir;

    private LogFixture with(Map<String, Object> changes) {
        return new LogFixture(dir, s -> LogFixture.with(s, changes));
    }

    private static List<Long> bases(PartitionLog log) {
        var view = log.files().view();
        return IntStream.range(0, view.segments())
                .mapToObj(i -> view.segment(i).baseOffset())
                .toList();
    }

    private static void fill(PartitionLog log, int batches) {
        for (int i = 0; i < batches; i++) {
            append(log, batch(CompressionType.NONE, records(1, 900, NOW + i)));
        }
    }

    // ---- rolling

    @Test
    void givenSegmentMs_whenABatchIsThatMuchLaterThanTheFirst_thenItBeginsASegment() {
        try (var fixture = with(Map.of("segmentMs", 1000L))) {
            // given
            var log = fixture.log();
            append(log, batch(CompressionType.NONE, records(1, 1, NOW)));
            append(log, batch(CompressionType.NONE, records(1, 1, NOW + 1000)));
            // when
            append(log, batch(CompressionType.NONE, records(1, 1, NOW + 1001)));
            // then
            assertThat(bases(log)).containsExactly(0L, 2L);
        }
    }

    @Test
    void givenAFullIndex_whenAppended_thenASegmentBegins() {
        try (var fixture = with(Map.of("segmentIndexBytes", 24, "indexIntervalBytes", 0))) {
            // given, when
            var log = fixture.log();
            fill(log, 6);
            // then: the time index keeps one of its two entries for the roll
            assertThat(bases(log)).containsExactly(0L, 2L, 4L);
        }
    }

    @Test
    void givenOffsetsFarApart_whenReplicated_thenASegmentBegins() {
        try (var fixture = with(Map.of())) {
            // given
            var log = fixture.log();
            append(log, batch(1, 1));
            var far = direct(batch(1, 1)).putLong(0, 5_000_000_000L);
            // when
            append(log, far, LogAppend.Origin.REPLICATION, 0);
            // then
            assertThat(bases(log)).containsExactly(0L, 5_000_000_000L);
            assertThat(log.logEndOffset()).isEqualTo(5_000_000_001L);
        }
    }

    // ---- retention

    @Test
    void givenRetentionBytes_whenTheLogIsLarger_thenItsOldestSegmentsGo() throws IOException {
        try (var fixture = with(Map.of("segmentBytes", 5_000, "retentionBytes", 12_000L))) {
            // given
            var log = fixture.log();
            fill(log, 40);
            // when
            fixture.store.upkeep().deleteOldSegments();
            // then
            assertThat(log.sizeBytes()).isBetween(12_000L, 17_000L);
            assertThat(log.logStartOffset()).isEqualTo(bases(log).get(0)).isPositive();
            assertThat(offsets(log)).isEqualTo(range(log.logStartOffset(), 40));
            long start = log.logStartOffset();
            assertThat(log.read(0, 100, true, 40)).isEqualTo(new LogRead.OutOfRange(start, 40));
            assertThat(fixture.restart().logStartOffset()).isEqualTo(start);
        }
    }

    @Test
    void givenRetentionMs_whenAllIsTooOld_thenAllGoesAndOffsetsGoOn() throws IOException {
        try (var fixture = with(Map.of("segmentBytes", 5_000, "retentionMs", 1000L))) {
            // given
            var log = fixture.log();
            fill(log, 40);
            fixture.clock.advance(2_000);
            // when
            fixture.store.upkeep().deleteOldSegments();
            // then
            assertThat(log.logStartOffset()).isEqualTo(40);
            assertThat(append(log, batch(1, 1))).isEqualTo(new Appended(40, 40, -1, 40, false));
            assertThat(offsets(fixture.crashAndRestart())).isEqualTo(range(40, 41));
        }
    }

    @Test
    void givenALowHighWatermark_whenRetentionRuns_thenNothingBeyondItGoes() {
        try (var fixture = with(Map.of("segmentBytes", 5_000, "retentionMs", 1000L))) {
            // given
            var log = fixture.log();
            fill(log, 40);
            fixture.clock.advance(2_000);
            fixture.store.highWatermarks(any -> 12);
            // when
            fixture.store.upkeep().deleteOldSegments();
            // then
            assertThat(log.logStartOffset()).isEqualTo(10);
        }
    }

    @Test
    void givenAReaderHoldsASlice_whenItsSegmentIsDeleted_thenItCanStillBeRead() throws Exception {
        try (var fixture = with(Map.of("segmentBytes", 5_000, "retentionBytes", 0L))) {
            // given
            var log = fixture.log();
            fill(log, 40);
            var found = (LogRead.Found) log.read(0, 2_000, true, 40);
            var file = fixture.folder().resolve("00000000000000000000.log.deleted");
            // when
            fixture.store.upkeep().deleteOldSegments();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (Files.exists(file) && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            // then
            assertThat(file).doesNotExist();
            assertThat(LogFixture.bytes(found).batches()).hasSize(2);
        }
    }

    @Test
    void givenAHigherLogStart_whenRetentionRuns_thenSegmentsBeforeItGo() throws IOException {
        try (var fixture = with(Map.of("segmentBytes", 5_000))) {
            // given
            var log = fixture.log();
            fill(log, 40);
            log.advanceLogStartOffset(17);
            // when
            fixture.store.upkeep().deleteOldSegments();
            // then
            assertThat(bases(log).get(0)).isEqualTo(15);
            assertThat(offsets(log)).isEqualTo(range(17, 40));
            assertThat(fixture.restart().logStartOffset()).isEqualTo(17);
        }
    }

    // ---- truncation and epochs

    @Test
    void givenSeveralEpochs_whenTruncated_thenOffsetsEpochsAndProducersGoBack() throws IOException {
        try (var fixture = with(Map.of("segmentBytes", 500))) {
            // given
            var log = fixture.log();
            for (int epoch = 1; epoch <= 3; epoch++) {
                log.startEpoch(epoch);
                for (int i = 0; i < 10; i++) {
                    append(log, direct(idempotent(5, 0, (epoch - 1) * 10 + i, 1)), LogAppend.Origin.CLIENT, epoch);
                }
            }
            assertThat(log.endOffsetForEpoch(1)).isEqualTo(new EpochEndOffset(1, 10));
            assertThat(log.endOffsetForEpoch(3)).isEqualTo(new EpochEndOffset(3, 30));
            assertThat(log.endOffsetForEpoch(4)).isEqualTo(new EpochEndOffset(-1, -1));
            assertThat(log.epochForOffset(15)).hasValue(2);
            // when
            log.truncateTo(17);
            // then
            assertThat(log.logEndOffset()).isEqualTo(17);
            assertThat(log.latestEpoch()).hasValue(2);
            assertThat(offsets(log)).isEqualTo(range(0, 17));
            log.startEpoch(4);
            assertThat(append(log, direct(idempotent(5, 0, 17, 1)), LogAppend.Origin.CLIENT, 4))
                    .isEqualTo(new Appended(17, 17, -1, 0, false));
            assertThat(log.endOffsetForEpoch(2)).isEqualTo(new EpochEndOffset(2, 17));
            assertThat(offsets(fixture.crashAndRestart())).isEqualTo(range(0, 18));
            assertThat(fixture.log().latestEpoch()).hasValue(4);
        }
    }

    @Test
    void givenAnEpochWithoutRecords_whenClosed_thenTheFileIsWrittenForThoseWithRecordsOnly() throws IOException {
        try (var fixture = with(Map.of())) {
            // given
            var file = fixture.folder().resolve("leader-epoch-checkpoint");
            fixture.log().startEpoch(1);
            assertThat(fixture.restart().latestEpoch()).isEmpty();
            assertThat(file).doesNotExist();
            fixture.log().startEpoch(2);
            append(fixture.log(), direct(batch(3, 1)), LogAppend.Origin.CLIENT, 2);
            fixture.log().startEpoch(3);
            // when
            fixture.store.upkeep().checkpointRecoveryPoints();
            // then
            assertThat(Files.readString(file)).isEqualTo("0\n2\n2 0\n3 3\n");
            assertThat(fixture.restart().latestEpoch()).hasValue(2);
            assertThat(Files.readString(file)).isEqualTo("0\n1\n2 0\n");
        }
    }

    @Test
    void givenALog_whenTruncatedFully_thenItBeginsAgainThere() throws IOException {
        try (var fixture = with(Map.of("segmentBytes", 5_000))) {
            // given
            var log = fixture.log();
            fill(log, 20);
            // when
            log.truncateFullyAndStartAt(100);
            // then
            assertThat(log.logStartOffset()).isEqualTo(100);
            assertThat(append(log, batch(2, 1))).isEqualTo(new Appended(100, 101, -1, 100, false));
            assertThat(offsets(fixture.restart())).isEqualTo(range(100, 102));
        }
    }

    @Test
    void givenTheLeadersBatches_whenReplicated_thenOffsetsAndEpochsAreKeptAndNewerEpochsLeftOut() throws IOException {
        try (var fixture = with(Map.of())) {
            // given
            var log = fixture.log();
            var first = direct(batch(2, 1)).putInt(BatchFormat.LEADER_EPOCH, 3);
            var second = direct(batch(2, 1)).putInt(BatchFormat.LEADER_EPOCH, 9).putLong(0, 2);
            var both = java.nio.ByteBuffer.allocateDirect(first.remaining() * 2)
                    .put(first)
                    .put(second)
                    .flip();
            // when
            var result = append(log, both, LogAppend.Origin.REPLICATION, 5);
            // then
            assertThat(result).isEqualTo(new Appended(0, 1, -1, 0, false));
            assertThat(log.latestEpoch()).hasValue(3);
            assertThat(append(log, both.duplicate(), LogAppend.Origin.REPLICATION, 9))
                    .isInstanceOf(AppendResult.Rejected.class);
        }
    }

    // ---- by time

    @Test
    void givenRecordsOverTime_whenLookedUpByTime_thenTheFirstAtOrAfterIsFound() {
        try (var fixture = with(Map.of("segmentBytes", 20_000, "indexIntervalBytes", 1000))) {
            // given
            var log = fixture.log();
            for (int i = 0; i < 100; i++) {
                append(
                        log,
                        direct(batch(CompressionType.forId(i % 5), records(3, 300, NOW + i * 10L))),
                        LogAppend.Origin.CLIENT,
                        6);
            }
            for (int i = 0; i < 100; i++) {
                // when, then
                assertThat(log.offsetForTimestamp(NOW + i * 10L + 1, 300))
                        .contains(new TimestampAndOffset(NOW + i * 10L + 1, i * 3L + 1, 6));
            }
            assertThat(log.offsetForTimestamp(NOW + 5, 300)).contains(new TimestampAndOffset(NOW + 10, 3, 6));
            assertThat(log.offsetForTimestamp(NOW + 5_000, 300)).isEmpty();
            assertThat(log.offsetForTimestamp(NOW + 500, 150)).isEmpty();
            assertThat(log.maxTimestamp(300)).contains(new TimestampAndOffset(NOW + 992, 299, 6));
        }
    }

    // ---- deletion

    @Test
    void givenADeletedLog_whenItsTimeIsOver_thenItsFolderIsGone() {
        try (var fixture = with(Map.of())) {
            // given
            append(fixture.log(), batch(1, 1));
            // when
            fixture.store.delete(LogFixture.ORDERS.topicPartition());
            // then
            assertThat(fixture.store.log(LogFixture.ORDERS.topicPartition())).isEmpty();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (folders("-delete") > 0 && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertThat(folders("-delete")).isZero();
            assertThat(fixture.log().logEndOffset()).isZero();
        }
    }

    @Test
    void givenALogOfAnotherTopicId_whenOpened_thenItIsSetAside() {
        try (var fixture = with(Map.of())) {
            // given
            append(fixture.log(), batch(1, 1));
            var recreated = new TopicIdPartition(Uuid.randomUuid(), LogFixture.ORDERS.topicPartition());
            // when
            var log = fixture.store.open(recreated, fixture.settings);
            // then
            assertThat(log.logEndOffset()).isZero();
            assertThat(log.id()).isEqualTo(recreated);
            assertThat(folders("-stray")).isOne();
        }
    }

    private long folders(String suffix) {
        return Arrays.stream(dir.toFile().list())
                .filter(name -> name.endsWith(suffix))
                .count();
    }
}
