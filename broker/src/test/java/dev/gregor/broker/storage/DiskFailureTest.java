package dev.gregor.broker.storage;

import static dev.gregor.broker.storage.LogFixture.append;
import static dev.gregor.broker.storage.LogFixture.batch;
import static dev.gregor.broker.storage.LogFixture.direct;
import static dev.gregor.broker.storage.LogFixture.offsets;
import static dev.gregor.broker.storage.LogFixture.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.broker.storage.AppendResult.Rejected;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.protocol.Errors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFailureTest {
    @TempDir
    Path dir;

    /** Fails at the n-th write or flush, counted from 1. */
    private static final class FailingDisk extends DiskAccess {
        final AtomicInteger writesLeft = new AtomicInteger(Integer.MAX_VALUE);
        final AtomicInteger flushesLeft = new AtomicInteger(Integer.MAX_VALUE);
        final AtomicInteger flushes = new AtomicInteger();

        @Override
        void write(FileChannel channel, ByteBuffer[] buffers, int count, long position) throws IOException {
            if (writesLeft.decrementAndGet() <= 0) {
                // Half of it arrives, as on a disk that becomes full.
                var half = buffers[0].duplicate();
                channel.write(half.limit(half.position() + half.remaining() / 2), position);
                throw new IOException("No space left on device");
            }
            super.write(channel, buffers, count, position);
        }

        @Override
        void force(FileChannel channel) throws IOException {
            flushes.incrementAndGet();
            if (flushesLeft.decrementAndGet() <= 0) {
                throw new IOException("Input/output error");
            }
            super.force(channel);
        }
    }

    @Test
    void givenTheDiskIsFull_whenAppended_thenStorageErrorReadsGoOnAndARestartIsClean() throws IOException {
        // given
        var disk = new FailingDisk();
        try (var fixture = new LogFixture(dir, s -> s, disk)) {
            var failed = new ArrayList<LogStore.LogDirectoryState>();
            fixture.store.onDirectoryFailure(failed::add);
            var log = fixture.log();
            append(log, batch(3, 100));
            disk.writesLeft.set(1);
            // when
            var result = append(log, batch(3, 100));
            // then
            assertThat(((Rejected) result).error()).isEqualTo(Errors.KAFKA_STORAGE_ERROR);
            assertThat(((Rejected) append(log, batch(1, 1))).error()).isEqualTo(Errors.KAFKA_STORAGE_ERROR);
            assertThat(offsets(log)).isEqualTo(range(0, 3));
            assertThat(failed).hasSize(1);
            assertThat(fixture.store.directories())
                    .extracting(LogStore.LogDirectoryState::online)
                    .containsExactly(false);
            assertThat(fixture.folder()
                            .resolve("00000000000000000000.log")
                            .toFile()
                            .length())
                    .isEqualTo(log.sizeBytes());
            // when
            disk.writesLeft.set(Integer.MAX_VALUE);
            var again = fixture.restart();
            // then
            assertThat(dir.resolve(".kafka_cleanshutdown")).doesNotExist();
            assertThat(append(again, batch(1, 1))).isEqualTo(new AppendResult.Appended(3, 3, -1, 0, false));
            assertThat(offsets(again)).isEqualTo(range(0, 4));
        }
    }

    @Test
    void givenAFlushFails_whenAppendsWaitForIt_thenStorageErrorAndItIsNotTriedAgain() throws IOException {
        // given
        var disk = new FailingDisk();
        try (var fixture = new LogFixture(dir, s -> LogFixture.with(s, Map.of("flushMessages", 1L)), disk)) {
            var log = fixture.log();
            append(log, batch(1, 1));
            disk.flushesLeft.set(1);
            int before = disk.flushes.get();
            // when
            var result = append(log, batch(1, 1));
            // then
            assertThat(((Rejected) result).error()).isEqualTo(Errors.KAFKA_STORAGE_ERROR);
            assertThat(((Rejected) append(log, batch(1, 1))).error()).isEqualTo(Errors.KAFKA_STORAGE_ERROR);
            assertThat(disk.flushes.get()).isEqualTo(before + 1);
            assertThat(log.logEndOffset()).isEqualTo(1);
        }
    }

    @Test
    void givenAppendsWaitForOneFlush_whenTheSecondCannotBeWritten_thenTheFirstIsNotAnsweredUnflushed()
            throws Exception {
        // given: the second begins a segment, for which the first is written ahead of the flush
        var disk = new FailingDisk();
        var changes = Map.<String, Object>of("flushMessages", 1L, "segmentBytes", 1_500);
        try (var fixture = new LogFixture(dir, s -> LogFixture.with(s, changes), disk)) {
            var log = fixture.log();
            var first = new CompletableFuture<AppendResult>();
            var second = new CompletableFuture<AppendResult>();
            disk.writesLeft.set(2);
            // when
            log.exclusively("nothing", () -> {
                log.append(new LogAppend(direct(batch(1, 900)), LogAppend.Origin.CLIENT, 0, first::complete));
                log.append(new LogAppend(direct(batch(1, 900)), LogAppend.Origin.CLIENT, 0, second::complete));
                return first;
            });
            // then
            assertThat(((Rejected) first.get(10, TimeUnit.SECONDS)).error()).isEqualTo(Errors.KAFKA_STORAGE_ERROR);
            assertThat(((Rejected) second.get(10, TimeUnit.SECONDS)).error()).isEqualTo(Errors.KAFKA_STORAGE_ERROR);
        }
    }

    @Test
    void givenABrokerHoldsTheDirectory_whenAnotherStarts_thenItIsTold() {
        try (var fixture = new LogFixture(dir)) {
            assertThatThrownBy(() -> LogStore.start(
                            LogStoreSettings.defaults(List.of(dir)), fixture.clock, topic -> fixture.settings))
                    .isInstanceOf(KafkaException.class)
                    .hasMessageContaining("Failed to acquire lock on file .lock in " + dir);
        }
    }

    @Test
    void givenTheLastDirectoryIsInUse_whenABrokerStartsByMistake_thenTheOthersKeepTheMarkOfTheirCleanStop() {
        // given
        var mine = dir.resolve("mine");
        new LogFixture(mine).close();
        assertThat(mine.resolve(".kafka_cleanshutdown")).exists();
        try (var other = new LogFixture(dir.resolve("others"))) {
            // when
            assertThatThrownBy(() -> LogStore.start(
                            LogStoreSettings.defaults(List.of(mine, dir.resolve("others"))),
                            other.clock,
                            topic -> other.settings))
                    .hasMessageContaining("Failed to acquire lock");
            // then
            assertThat(mine.resolve(".kafka_cleanshutdown")).exists();
        }
        try (var again = new LogFixture(mine)) {
            assertThat(again.store.directories()).hasSize(1);
        }
    }

    @Test
    void givenOneOfTwoDirectoriesCannotBeUsed_whenStarted_thenTheOtherServes() throws IOException {
        // given
        var file = java.nio.file.Files.writeString(dir.resolve("a-file"), "not a folder");
        // when
        try (var store = LogStore.start(
                LogStoreSettings.defaults(List.of(file, dir.resolve("good"))),
                java.time.Clock.systemUTC(),
                topic -> LogFixture.defaults())) {
            // then
            assertThat(store.directories())
                    .extracting(LogStore.LogDirectoryState::online)
                    .containsExactly(false, true);
            assertThat(append(store.open(LogFixture.ORDERS, LogFixture.defaults()), batch(1, 1)))
                    .isInstanceOf(AppendResult.Appended.class);
        }
    }
}
