package dev.gregor.broker.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers follow a log while it is appended to, rolled, and cut at its start: every batch comes once, intact and in order. */
class ReadersAtWorkTest {
    private static final int BATCHES = 8_000;
    private static final int RECORDS = 3;

    @TempDir
    Path dir;

    @Test
    void givenWritesRollsAndRetention_whenReadersFollow_thenTheySeeEveryBatchInOrder() throws Exception {
        try (var fixture = new LogFixture(
                dir,
                s -> LogFixture.with(
                        s, Map.of("segmentBytes", 20_000, "segmentIndexBytes", 512, "retentionBytes", 100_000L)))) {
            // given
            var log = fixture.log();
            var done = new AtomicBoolean();
            var readers = new ArrayList<CompletableFuture<Long>>();
            for (int maxBytes : new int[] {500, 4_000, 1 << 20}) {
                readers.add(inThread(() -> follow(log, maxBytes, done)));
            }
            var retention = inThread(() -> {
                long passes = 0;
                while (!done.get()) {
                    fixture.store.upkeep().deleteOldSegments();
                    passes++;
                }
                return passes;
            });
            // when
            for (int i = 0; i < BATCHES; i++) {
                LogFixture.append(log, LogFixture.batch(RECORDS, 60));
            }
            done.set(true);
            // then
            for (var reader : readers) {
                assertThat(reader.get(60, TimeUnit.SECONDS)).isEqualTo((long) BATCHES * RECORDS);
            }
            assertThat(retention.get(60, TimeUnit.SECONDS)).isPositive();
            assertThat(log.logStartOffset()).isPositive();
        }
    }

    @FunctionalInterface
    private interface Job {
        long run() throws Exception;
    }

    private static CompletableFuture<Long> inThread(Job job) {
        var result = new CompletableFuture<Long>();
        new Thread(() -> {
                    try {
                        result.complete(job.run());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                })
                .start();
        return result;
    }

    private static long follow(PartitionLog log, int maxBytes, AtomicBoolean done) throws Exception {
        long next = 0;
        while (true) {
            boolean last = done.get();
            var read = log.read(next, maxBytes, true, log.logEndOffset());
            if (read instanceof LogRead.OutOfRange range) {
                // Retention was quicker.
                assertThat(range.logStartOffset()).isGreaterThan(next);
                next = range.logStartOffset();
            } else if (read instanceof LogRead.Nothing) {
                if (last) {
                    return next;
                }
            } else {
                var records = LogFixture.bytes(read);
                assertThat(records.validBytes()).isEqualTo(records.sizeInBytes());
                for (RecordBatch batch : records.batches()) {
                    batch.ensureValid();
                    assertThat(batch.baseOffset()).isEqualTo(next);
                    next = batch.nextOffset();
                }
            }
        }
    }
}
