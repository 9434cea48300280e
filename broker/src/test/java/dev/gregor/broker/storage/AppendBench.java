package dev.gregor.broker.storage;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.zip.CRC32C;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/**
 * CPU per gigabyte of appends, beside the bare minimum (copy into a buffer, CRC, pwrite), and of tail reads. Run by hand: {@code
 * main(folder)}; figures are medians of rounds of 512 MB in one JVM.
 */
final class AppendBench {
    private static final long BYTES = 512L << 20;
    private static final int ROUNDS = 5;

    private AppendBench() {}

    public static void main(String[] args) throws IOException {
        var dir = Files.createTempDirectory(
                Path.of(args.length > 0 ? args[0] : System.getProperty("java.io.tmpdir")), "bench");
        int[][] shapes = {{16 * 1024, 1024}, {256 * 1024, 1024}, {16 * 1024, 100}, {256 * 1024, 100}};
        for (var shape : shapes) {
            var batch = LogFixture.direct(LogFixture.batch(Math.max(1, shape[0] / (shape[1] + 15)), shape[1]));
            double bare = median(() -> bare(dir, batch));
            double log = median(() -> log(dir, batch));
            System.out.printf(
                    "batches %d KB of %d B records: bare %.3f CPU s/GB, log %.3f, ratio %.2f%n",
                    shape[0] / 1024, shape[1], bare, log, log / bare);
        }
        System.out.printf("tail read: %.0f ns%n", tailReads(dir));
        System.out.printf("sequential read of 16 KB batches, 1 MB each: %.0f ns a read%n", sequentialReads(dir));
    }

    private interface Round {
        double run() throws IOException;
    }

    private static double median(Round round) throws IOException {
        var figures = new double[ROUNDS];
        round.run();
        for (int i = 0; i < ROUNDS; i++) {
            figures[i] = round.run();
        }
        java.util.Arrays.sort(figures);
        return figures[ROUNDS / 2];
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static double bare(Path dir, ByteBuffer batch) throws IOException {
        var file = dir.resolve("bare");
        var buffer = ByteBuffer.allocateDirect(batch.capacity());
        var crc = new CRC32C();
        long before = cpuNanos();
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (long at = 0; at < BYTES; at += batch.capacity()) {
                buffer.clear();
                buffer.put(batch.duplicate()).flip();
                crc.reset();
                crc.update(buffer.duplicate().position(21));
                if ((int) crc.getValue() != buffer.getInt(17)) {
                    throw new IOException("crc");
                }
                buffer.putLong(0, at);
                channel.write(buffer, at);
            }
        }
        double figure = (cpuNanos() - before) / 1e9 * (1L << 30) / BYTES;
        Files.delete(file);
        return figure;
    }

    private static double log(Path dir, ByteBuffer batch) throws IOException {
        var folder = Files.createTempDirectory(dir, "store");
        try (var store =
                LogStore.start(LogStoreSettings.defaults(List.of(folder)), Clock.systemUTC(), t -> settings())) {
            var log = open(store);
            var buffer = ByteBuffer.allocateDirect(batch.capacity());
            var failed = new boolean[1];
            // A machine that stalls makes the directory's own thread write, and the buffer is not ours until it has.
            var answered = new Semaphore(0);
            long before = cpuNanos();
            for (long at = 0; at < BYTES; at += batch.capacity()) {
                buffer.clear();
                buffer.put(batch.duplicate()).flip();
                log.append(new LogAppend(buffer, LogAppend.Origin.CLIENT, 0, result -> {
                    failed[0] |= result instanceof AppendResult.Rejected;
                    answered.release();
                }));
                answered.acquireUninterruptibly();
            }
            double figure = (cpuNanos() - before) / 1e9 * (1L << 30) / BYTES;
            if (failed[0]) {
                throw new IOException("rejected");
            }
            store.crash();
            delete(folder);
            return figure;
        }
    }

    private static LogSettings settings() {
        return LogFixture.defaults();
    }

    private static PartitionLog open(LogStore store) {
        var log = store.open(new TopicIdPartition(Uuid.randomUuid(), new TopicPartition("bench", 0)), settings());
        log.startEpoch(0);
        return log;
    }

    private static double tailReads(Path dir) throws IOException {
        var folder = Files.createTempDirectory(dir, "tail");
        var batch = LogFixture.direct(LogFixture.batch(1, 100));
        try (var store =
                LogStore.start(LogStoreSettings.defaults(List.of(folder)), Clock.systemUTC(), t -> settings())) {
            var log = open(store);
            long spent = 0;
            int reads = 400_000;
            for (int i = 0; i < reads; i++) {
                batch.putLong(0, 0);
                LogFixture.append(log, batch.duplicate(), LogAppend.Origin.CLIENT, 0);
                long before = System.nanoTime();
                var found = (LogRead.Found) log.read(i, 1 << 20, true, log.logEndOffset());
                if (i >= reads / 2) {
                    spent += System.nanoTime() - before;
                }
                if (found.slice().sizeInBytes() != batch.capacity()) {
                    throw new IOException("size");
                }
                found.slice().release();
            }
            store.crash();
            delete(folder);
            return spent / (reads / 2.0);
        }
    }

    private static double sequentialReads(Path dir) throws IOException {
        var folder = Files.createTempDirectory(dir, "sequential");
        var batch = LogFixture.direct(LogFixture.batch(16, 1000));
        try (var store =
                LogStore.start(LogStoreSettings.defaults(List.of(folder)), Clock.systemUTC(), t -> settings())) {
            var log = open(store);
            for (int i = 0; i < 30_000; i++) {
                batch.putLong(0, 0);
                LogFixture.append(log, batch.duplicate(), LogAppend.Origin.CLIENT, 0);
            }
            double nanos = 0;
            for (int round = 0; round < 20; round++) {
                long before = System.nanoTime();
                int reads = 0;
                for (long next = 0; next < log.logEndOffset(); reads++) {
                    var slice = ((LogRead.Found) log.read(next, 1 << 20, true, log.logEndOffset())).slice();
                    next += (long) (slice.sizeInBytes() / batch.capacity()) * 16;
                    slice.release();
                }
                nanos = (double) (System.nanoTime() - before) / reads;
            }
            store.crash();
            delete(folder);
            return nanos;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            all.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        }
    }
}
