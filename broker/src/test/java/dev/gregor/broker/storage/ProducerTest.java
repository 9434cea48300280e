package dev.gregor.broker.storage;

import static dev.gregor.broker.storage.LogFixture.append;
import static dev.gregor.broker.storage.LogFixture.direct;
import static dev.gregor.broker.storage.LogFixture.idempotent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.broker.storage.AppendResult.Appended;
import dev.gregor.broker.storage.AppendResult.Rejected;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.internal.ControlRecordType;
import org.apache.kafka.common.record.internal.EndTransactionMarker;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProducerTest {
    private static final long PRODUCER = 42;

    @TempDir
    Path dir;

    @Test
    void givenTheLastFiveBatches_whenAnyIsRepeated_thenItsFirstPlaceIsAnsweredAndNothingIsWritten() {
        try (var fixture = new LogFixture(dir)) {
            // given
            var log = fixture.log();
            for (int i = 0; i < 6; i++) {
                append(log, idempotent(PRODUCER, 0, i * 2, 2));
            }
            for (int i = 1; i < 6; i++) {
                // when
                var repeated = append(log, idempotent(PRODUCER, 0, i * 2, 2));
                // then
                assertThat(repeated).isEqualTo(new Appended(i * 2L, i * 2L + 1, LogFixture.NOW + 1, 0, true));
            }
            assertThat(error(append(log, idempotent(PRODUCER, 0, 0, 2))))
                    .isEqualTo(Errors.OUT_OF_ORDER_SEQUENCE_NUMBER);
            assertThat(log.logEndOffset()).isEqualTo(12);
        }
    }

    @Test
    void givenABatchIsMissing_whenTheNextComes_thenItIsOutOfOrderAndTheLogIsUnchanged() {
        try (var fixture = new LogFixture(dir)) {
            // given
            var log = fixture.log();
            append(log, idempotent(PRODUCER, 0, 0, 2));
            // when
            var result = append(log, idempotent(PRODUCER, 0, 4, 2));
            // then
            assertThat(error(result)).isEqualTo(Errors.OUT_OF_ORDER_SEQUENCE_NUMBER);
            assertThat(append(log, idempotent(PRODUCER, 0, 2, 2))).isEqualTo(new Appended(2, 3, -1, 0, false));
        }
    }

    @Test
    void givenAnUnknownProducer_whenItBeginsAnywhere_thenItIsAccepted() {
        try (var fixture = new LogFixture(dir)) {
            assertThat(append(fixture.log(), idempotent(PRODUCER, 3, 77, 1))).isInstanceOf(Appended.class);
        }
    }

    @Test
    void givenANewEpoch_whenItDoesNotBeginAtZero_thenItIsRefused() {
        try (var fixture = new LogFixture(dir)) {
            // given
            var log = fixture.log();
            append(log, idempotent(PRODUCER, 0, 0, 2));
            // when, then
            assertThat(error(append(log, idempotent(PRODUCER, 1, 2, 1))))
                    .isEqualTo(Errors.OUT_OF_ORDER_SEQUENCE_NUMBER);
            assertThat(append(log, idempotent(PRODUCER, 1, 0, 1))).isInstanceOf(Appended.class);
            assertThat(error(append(log, idempotent(PRODUCER, 0, 2, 1)))).isEqualTo(Errors.INVALID_PRODUCER_EPOCH);
        }
    }

    @Test
    void givenTheLargestSequence_whenTheNextIsZero_thenItFollows() {
        try (var fixture = new LogFixture(dir)) {
            // given
            var log = fixture.log();
            append(log, idempotent(PRODUCER, 0, Integer.MAX_VALUE - 1, 2));
            // when
            var result = append(log, idempotent(PRODUCER, 0, 0, 2));
            // then
            assertThat(result).isEqualTo(new Appended(2, 3, -1, 0, false));
            assertThat(append(log, idempotent(PRODUCER, 0, Integer.MAX_VALUE - 1, 2)))
                    .isEqualTo(new Appended(0, 1, LogFixture.NOW + 1, 0, true));
        }
    }

    @Test
    void givenProducers_whenStartedAgainEitherWay_thenRepeatedBatchesAreStillKnown() {
        try (var fixture = new LogFixture(dir)) {
            // given
            for (int i = 0; i < 4; i++) {
                append(fixture.log(), idempotent(PRODUCER, 0, i, 1));
            }
            // when
            var log = fixture.restart();
            // then: a snapshot holds the last batch of each producer
            assertThat(append(log, idempotent(PRODUCER, 0, 3, 1)))
                    .isEqualTo(new Appended(3, 3, LogFixture.NOW, 0, true));
            append(log, idempotent(PRODUCER, 0, 4, 1));
            // when
            var recovered = fixture.crashAndRestart();
            // then
            assertThat(append(recovered, idempotent(PRODUCER, 0, 4, 1)))
                    .isEqualTo(new Appended(4, 4, LogFixture.NOW, 0, true));
            assertThat(append(recovered, idempotent(PRODUCER, 0, 5, 1))).isEqualTo(new Appended(5, 5, -1, 0, false));
        }
    }

    @Test
    void givenASnapshotThatCannotBeRead_whenAProducerGoesOn_thenTheLogIsScannedForIt() throws Exception {
        try (var fixture = new LogFixture(dir)) {
            // given
            append(fixture.log(), idempotent(PRODUCER, 0, 0, 5));
            fixture.store.close();
            var snapshot = fixture.folder().resolve("00000000000000000005.snapshot");
            var bytes = Files.readAllBytes(snapshot);
            bytes[bytes.length - 1] ^= 1;
            Files.write(snapshot, bytes);
            fixture.store =
                    LogStore.start(LogStoreSettings.defaults(List.of(dir)), fixture.clock, topic -> fixture.settings);
            // when
            var repeated = append(fixture.log(), idempotent(PRODUCER, 0, 0, 5));
            // then
            assertThat(repeated).isEqualTo(new Appended(0, 4, LogFixture.NOW + 4, 0, true));
        }
    }

    @Test
    void givenAnIdleProducer_whenItsTimeIsOver_thenItIsForgotten() {
        try (var fixture = new LogFixture(dir)) {
            // given
            var log = fixture.log();
            append(log, idempotent(PRODUCER, 0, 0, 1));
            fixture.clock.advance(24L * 3600 * 1000 + 1);
            // when
            fixture.store.upkeep().expireProducers();
            // then
            assertThat(append(log, idempotent(PRODUCER, 0, 99, 1))).isInstanceOf(Appended.class);
        }
    }

    @Test
    void givenAnIdleProducer_whenItsTimeIsOverWhileTheBrokerIsDown_thenItDoesNotComeBack() {
        try (var fixture = new LogFixture(dir)) {
            // given
            append(fixture.log(), idempotent(PRODUCER, 0, 0, 1));
            fixture.store.close();
            fixture.clock.advance(24L * 3600 * 1000 + 1);
            // when
            fixture.store =
                    LogStore.start(LogStoreSettings.defaults(List.of(dir)), fixture.clock, topic -> fixture.settings);
            // then
            assertThat(append(fixture.log(), idempotent(PRODUCER, 0, 99, 1))).isInstanceOf(Appended.class);
        }
    }

    @Test
    void givenAProducerWhoseRecordsAreOld_whenTheBrokerIsKilled_thenItsRepeatedBatchIsStillKnown() {
        try (var fixture = new LogFixture(dir)) {
            // given
            append(fixture.log(), idempotent(PRODUCER, 0, 0, 1));
            fixture.clock.advance(24L * 3600 * 1000 + 1);
            // when
            var log = fixture.crashAndRestart();
            // then
            assertThat(append(log, idempotent(PRODUCER, 0, 0, 1)))
                    .isEqualTo(new Appended(0, 0, LogFixture.NOW, 0, true));
        }
    }

    @Test
    void givenAnOpenTransaction_whenItsMarkerComes_thenTheFirstUnstableOffsetMovesOn() {
        try (var fixture = new LogFixture(dir)) {
            // given
            var log = fixture.log();
            append(log, LogFixture.batch(3, 1));
            var records = MemoryRecords.withTransactionalRecords(
                    Compression.NONE, PRODUCER, (short) 0, 0, LogFixture.records(2, 1, LogFixture.NOW));
            append(log, direct(records), LogAppend.Origin.COORDINATOR, 0);
            append(log, LogFixture.batch(1, 1));
            assertThat(log.firstUnstableOffset()).isEqualTo(3);
            assertThat(fixture.restart().firstUnstableOffset()).isEqualTo(3);
            assertThat(fixture.crashAndRestart().firstUnstableOffset()).isEqualTo(3);
            // when
            var marker = MemoryRecords.withEndTransactionMarker(
                    LogFixture.NOW, PRODUCER, (short) 0, new EndTransactionMarker(ControlRecordType.COMMIT, 5));
            append(fixture.log(), direct(marker), LogAppend.Origin.COORDINATOR, 0);
            // then
            assertThat(fixture.log().firstUnstableOffset()).isEqualTo(7);
        }
    }

    @Test
    void givenRollingSegments_whenProducersWrite_thenSnapshotsAreKeptAtSegmentStarts() {
        try (var fixture = new LogFixture(dir, s -> LogFixture.with(s, Map.of("segmentBytes", 500)))) {
            // given
            var log = fixture.log();
            // when
            for (int i = 0; i < 20; i++) {
                append(log, idempotent(PRODUCER, 0, i, 1));
            }
            // then
            var view = log.files().view();
            for (int i = 0; i < view.segments(); i++) {
                long base = view.segment(i).baseOffset();
                var snapshot = fixture.folder().resolve(LogFileNames.segmentFile(base, ".snapshot"));
                assertThat(Files.exists(snapshot)).as("snapshot at %d", base).isEqualTo(base > 0);
            }
        }
    }

    private static Errors error(AppendResult result) {
        return result instanceof Rejected rejected ? rejected.error() : Errors.NONE;
    }
}
