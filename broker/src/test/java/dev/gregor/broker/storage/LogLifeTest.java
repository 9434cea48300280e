package dev.gregor.broker.storage;

import static dev.gregor.broker.storage.LogFixture.ORDERS;
import static dev.gregor.broker.storage.LogFixture.append;
import static dev.gregor.broker.storage.LogFixture.batch;
import static dev.gregor.broker.storage.LogFixture.offsets;
import static dev.gregor.broker.storage.LogFixture.range;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that are deleted while others are at work on them, and made again by the same name. */
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
        try (var fixture = new LogFixture(
                dir, s -> LogFixture.with(s, Map.of("flushMs", 1L, "indexIntervalBytes", 0)), disk)) {
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
            fixture.store = LogStore.start(
                    LogStoreSettings.defaults(java.util.List.of(dir)), fixture.clock, topic -> fixture.settings);
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
                        LogStoreSettings.defaults(java.util.List.of(dir)), fixture.clock, topic -> fixture.settings);
                append(fixture.store.open(again, fixture.settings), batch(10, 1));
            }
            // then
            var log = fixture.store.open(again, fixture.settings);
            assertThat(offsets(log)).isEqualTo(range(0, 20));
        }
    }
}
