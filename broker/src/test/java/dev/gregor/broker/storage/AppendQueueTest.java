package dev.gregor.broker.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.broker.storage.AppendResult.Appended;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendQueueTest {
    private static final int THREADS = 8;
    private static final int APPENDS = 2_000;

    @TempDir
    Path dir;

    @Test
    void givenManyThreads_whenAllAppendAtOnce_thenOffsetsAreDenseAndEachThreadsOrderIsKept() throws Exception {
        try (var fixture = new LogFixture(dir, s -> LogFixture.with(s, Map.of("segmentBytes", 200_000)))) {
            // given
            var log = fixture.log();
            var all = Collections.synchronizedList(new ArrayList<Long>());
            var done = new CountDownLatch(THREADS * APPENDS);
            var orders = new ArrayList<List<Long>>();
            var threads = new ArrayList<Thread>();
            for (int t = 0; t < THREADS; t++) {
                var mine = Collections.synchronizedList(new ArrayList<Long>());
                orders.add(mine);
                threads.add(new Thread(() -> {
                    for (int i = 0; i < APPENDS; i++) {
                        var batch = LogFixture.direct(LogFixture.batch(1, 20));
                        log.append(new LogAppend(batch, LogAppend.Origin.CLIENT, 0, result -> {
                            if (result instanceof Appended appended) {
                                mine.add(appended.baseOffset());
                                all.add(appended.baseOffset());
                            }
                            done.countDown();
                        }));
                        if (i % 500 == 250) {
                            // Others take the log for themselves now and then.
                            log.exclusively("nothing", log::logEndOffset);
                        }
                    }
                }));
            }
            // when
            threads.forEach(Thread::start);
            // then
            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(all).isEqualTo(LogFixture.range(0, (long) THREADS * APPENDS));
            orders.forEach(mine -> assertThat(mine).hasSize(APPENDS).isSorted());
            assertThat(LogFixture.offsets(log)).isEqualTo(all);
        }
    }

    @Test
    void givenFlushMessagesOne_whenManyAppendsWait_thenTheyShareFlushesAndNoneIsAnsweredBefore() throws Exception {
        // given
        var flushes = new AtomicInteger();
        var callers = Collections.synchronizedSet(new java.util.HashSet<Thread>());
        var disk = new DiskAccess() {
            @Override
            void force(FileChannel channel) throws IOException {
                callers.add(Thread.currentThread());
                super.force(channel);
                flushes.incrementAndGet();
            }
        };
        try (var fixture = new LogFixture(dir, s -> LogFixture.with(s, Map.of("flushMessages", 1L)), disk)) {
            var log = fixture.log();
            int appends = 400;
            var done = new CountDownLatch(appends);
            var early = new AtomicInteger();
            // when
            for (int i = 0; i < appends; i++) {
                int flushedBefore = flushes.get();
                log.append(new LogAppend(
                        LogFixture.direct(LogFixture.batch(1, 20)), LogAppend.Origin.CLIENT, 0, result -> {
                            if (flushes.get() == flushedBefore) {
                                early.incrementAndGet();
                            }
                            done.countDown();
                        }));
            }
            // then
            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(early).hasValue(0);
            assertThat(flushes.get()).isBetween(1, appends - 1);
            assertThat(callers).doesNotContain(Thread.currentThread());
        }
    }

    @Test
    void givenAFolderWhoseWritesAreSlow_whenAppended_thenItsOwnThreadWrites() throws Exception {
        // given
        var slowWrites = new AtomicInteger(3);
        var writers = Collections.synchronizedList(new ArrayList<Thread>());
        var disk = new DiskAccess() {
            @Override
            void write(FileChannel channel, ByteBuffer[] buffers, int count, long position) throws IOException {
                writers.add(Thread.currentThread());
                if (slowWrites.getAndDecrement() > 0) {
                    java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
                }
                super.write(channel, buffers, count, position);
            }
        };
        try (var fixture = new LogFixture(dir, s -> s, disk)) {
            var log = fixture.log();
            // when
            for (int i = 0; i < 4; i++) {
                LogFixture.append(log, LogFixture.batch(1, 1));
            }
            // then
            assertThat(writers.subList(0, 3)).containsOnly(Thread.currentThread());
            assertThat(writers.get(3)).isNotEqualTo(Thread.currentThread());
        }
    }

    @Test
    void givenACompletionThatNeedsTheLogForItself_whenItRuns_thenItDoesNotWaitForItself() throws Exception {
        try (var fixture = new LogFixture(dir)) {
            // given
            var log = fixture.log();
            var done = new CountDownLatch(1);
            // when
            log.append(new LogAppend(LogFixture.direct(LogFixture.batch(3, 1)), LogAppend.Origin.CLIENT, 0, result -> {
                log.advanceLogStartOffset(2);
                assertThat(log.firstUnstableOffset()).isEqualTo(3);
                done.countDown();
            }));
            // then
            assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(log.logStartOffset()).isEqualTo(2);
        }
    }
}
