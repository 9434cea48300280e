package dev.gregor.broker.storage;

import static dev.gregor.broker.storage.LogFixture.ORDERS;
import static dev.gregor.broker.storage.LogFixture.append;
import static dev.gregor.broker.storage.LogFixture.batch;
import static dev.gregor.broker.storage.LogFixture.bytes;
import static dev.gregor.broker.storage.LogFixture.direct;
import static dev.gregor.broker.storage.LogFixture.offsets;
import static dev.gregor.broker.storage.LogFixture.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.broker.storage.AppendResult.Appended;
import dev.gregor.broker.storage.AppendResult.Rejected;
import dev.gregor.broker.storage.LogStore.LogDirectoryState;
import dev.gregor.broker.storage.PartitionLog.EpochEndOffset;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.KafkaStorageException;
import org.apache.kafka.common.protocol.Errors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that are deleted while others are at work on them, made again by the same name, stopped, killed, and led anew. */
class LogLifeTest {
    private static final int WAIT_SECONDS = 10;

    @TempDir
    Path dir;

    /** A disk on which a flush, once armed, takes until it is let go on. */
    private static final class SlowDisk extends DiskAccess {
        final CountDownLatch flushing = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);
        volatile boolean armed;

        @Override
        void force(FileChannel channel) throws IOException {
            if (armed) {
                armed = false;
                flushing.countDown();
                try {
                    assertThat(goOn.await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
            super.force(channel);
        }
    }

    private static boolean isOnline(LogFixture fixture) {
        return fixture.store.directories().get(0).online();
    }

    @Test
    void givenALogIsFlushedInTheBackground_whenItIsDeleted_thenItsDirectoryStaysOnline() throws Exception {
        var disk = new SlowDisk();
        try (var fixture =
                new LogFixture(dir, s -> LogFixture.with(s, Map.of("flushMs", 1L, "indexIntervalBytes", 0)), disk)) {
            // given
            var log = fixture.log();
            append(log, batch(1, 100));
            append(log, batch(1, 100));
            append(log, batch(1, 100));
            disk.armed = true;
            var flush = CompletableFuture.runAsync(fixture.store.upkeep()::flushOldWrites);
            assertThat(disk.flushing.await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            // when
            fixture.store.delete(ORDERS.topicPartition());
            disk.goOn.countDown();
            flush.get(WAIT_SECONDS, TimeUnit.SECONDS);
            // then
            assertThat(isOnline(fixture)).isTrue();
        }
    }

    @Test
    void givenALogThatNobodyHasReadSinceTheStart_whenRetentionComesLateToItsDeletion_thenNothingFails() {
        try (var fixture = new LogFixture(dir, s -> LogFixture.with(s, Map.of("retentionMs", 1L)))) {
            // given
            append(fixture.log(), batch(3, 100));
            var log = fixture.restart();
            fixture.store.delete(ORDERS.topicPartition());
            // when
            log.deleteOld(3);
            // then
            assertThat(isOnline(fixture)).isTrue();
        }
    }

    @Test
    void givenATopicMadeAgainByItsName_whenKilledBeforeTheNextCheckpoint_thenItsRecordsAreThere() throws IOException {
        try (var fixture = new LogFixture(dir)) {
            // given
            var old = fixture.log();
            append(old, batch(600, 1));
            old.advanceLogStartOffset(500);
            fixture.store.upkeep().checkpointLogStartOffsets();
            fixture.store.upkeep().checkpointRecoveryPoints();
            fixture.store.delete(ORDERS.topicPartition());
            var again = new TopicIdPartition(Uuid.randomUuid(), ORDERS.topicPartition());
            append(fixture.store.open(again, fixture.settings), batch(10, 1));
            // when
            fixture.store.crash();
            fixture.store =
                    LogStore.start(LogStoreSettings.defaults(List.of(dir)), fixture.clock, topic -> fixture.settings);
            // then
            var log = fixture.store.open(again, fixture.settings);
            assertThat(log.logStartOffset()).isZero();
            assertThat(offsets(log)).isEqualTo(range(0, 10));
        }
    }

    @Test
    void givenATopicDeletedBeforeAKill_whenMadeAgainAfterItAndKilledOnceMore_thenItsRecordsAreThere()
            throws IOException {
        try (var fixture = new LogFixture(dir)) {
            // given
            var old = fixture.log();
            append(old, batch(600, 1));
            old.advanceLogStartOffset(500);
            fixture.store.upkeep().checkpointLogStartOffsets();
            fixture.store.delete(ORDERS.topicPartition());
            var again = new TopicIdPartition(Uuid.randomUuid(), ORDERS.topicPartition());
            for (int lives = 0; lives < 2; lives++) {
                // when
                fixture.store.crash();
                fixture.store = LogStore.start(
                        LogStoreSettings.defaults(List.of(dir)), fixture.clock, topic -> fixture.settings);
                append(fixture.store.open(again, fixture.settings), batch(10, 1));
            }
            // then
            var log = fixture.store.open(again, fixture.settings);
            assertThat(offsets(log)).isEqualTo(range(0, 20));
        }
    }

    // ---- between two lives

    @Test
    void givenRecordsFoundAfterAKill_whenStoppedWell_thenAllOfThemAreFlushedFirst() {
        var flushed = new AtomicInteger();
        var disk = new DiskAccess() {
            @Override
            void force(FileChannel channel) throws IOException {
                super.force(channel);
                flushed.incrementAndGet();
            }
        };
        try (var fixture = new LogFixture(dir, s -> LogFixture.with(s, Map.of("segmentBytes", 1_500)), disk)) {
            // given
            var log = fixture.log();
            for (int i = 0; i < 3; i++) {
                append(log, batch(1, 900));
            }
            fixture.crashAndRestart();
            flushed.set(0);
            // when
            fixture.store.close();
            // then: the checkpoint now says that three segments are on the disk
            assertThat(flushed).hasValue(3);
        }
    }

    @Test
    void givenTheCallerIsInterrupted_whenStopped_thenItIsACleanStopAndTheInterruptIsKept() throws IOException {
        try (var fixture = new LogFixture(dir)) {
            // given
            append(fixture.log(), batch(3, 100));
            Thread.currentThread().interrupt();
            // when
            fixture.store.close();
            // then
            assertThat(Thread.interrupted()).isTrue();
            assertThat(dir.resolve(".kafka_cleanshutdown")).exists();
            assertThat(offsets(fixture.restart())).isEqualTo(range(0, 3));
        }
    }

    @Test
    void givenItsDirectoryCouldNotBeLoaded_whenALogIsOpened_thenNoEmptyOneIsMadeElsewhere() throws IOException {
        // given
        var settings = LogFixture.defaults();
        var both = LogStoreSettings.defaults(List.of(dir.resolve("a"), dir.resolve("b")));
        try (var store = LogStore.start(both, Clock.systemUTC(), topic -> settings)) {
            append(store.open(ORDERS, settings), batch(3, 1));
        }
        Files.writeString(dir.resolve("a/orders-0/partition.metadata"), "torn");
        // when
        try (var store = LogStore.start(both, Clock.systemUTC(), topic -> settings)) {
            // then
            assertThat(store.directories())
                    .extracting(LogDirectoryState::online)
                    .containsExactly(false, true);
            assertThatThrownBy(() -> store.open(ORDERS, settings))
                    .isInstanceOf(KafkaStorageException.class)
                    .hasMessageContaining("offline");
            var other = new TopicIdPartition(Uuid.randomUuid(), new TopicPartition("invoices", 0));
            assertThat(append(store.open(other, settings), batch(1, 1))).isInstanceOf(Appended.class);
        }
        assertThat(dir.resolve("b/orders-0")).doesNotExist();
    }

    // ---- roles

    @Test
    void givenAnEpochHasBegun_whenAnAppendOfAnOlderOneComesLate_thenItIsFenced() {
        try (var fixture = new LogFixture(dir)) {
            // given
            var log = fixture.log();
            log.startEpoch(4);
            append(log, direct(batch(10, 1)), LogAppend.Origin.CLIENT, 4);
            log.startEpoch(5);
            // when
            var late = append(log, direct(batch(1, 1)), LogAppend.Origin.CLIENT, 4);
            // then
            assertThat(((Rejected) late).error()).isEqualTo(Errors.NOT_LEADER_OR_FOLLOWER);
            assertThat(log.endOffsetForEpoch(4)).isEqualTo(new EpochEndOffset(4, 10));
            append(log, direct(batch(1, 1)), LogAppend.Origin.CLIENT, 5);
            assertThat(log.epochForOffset(9)).hasValue(4);
            assertThat(log.epochForOffset(10)).hasValue(5);
        }
    }

    @Test
    void givenALogCutBackAfterARestart_whenStartedOnceMore_thenItsIndexDoesNotPointBeyondTheCut() throws IOException {
        try (var fixture = new LogFixture(dir, s -> LogFixture.with(s, Map.of("indexIntervalBytes", 0)))) {
            // given
            var log = fixture.log();
            for (int i = 0; i < 10; i++) {
                append(log, batch(1, 900));
            }
            log = fixture.restart();
            fixture.settings = LogFixture.with(fixture.settings, Map.of("indexIntervalBytes", 1 << 20));
            log.reconfigure(fixture.settings);
            // when
            log.truncateTo(5);
            append(log, batch(1, 6_000));
            append(log, batch(1, 900));
            // then
            var batches = bytes(fixture.restart().read(6, 64 * 1024, true, 7)).batches();
            assertThat(batches).singleElement().satisfies(batch -> {
                batch.ensureValid();
                assertThat(batch.baseOffset()).isEqualTo(6);
            });
        }
    }
}
