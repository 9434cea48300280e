package dev.gregor.broker.storage;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** What creating, closing and loading many logs costs: {@code main(folder, partitions, batches)}. Run by hand. */
final class StartBench {
    private StartBench() {}

    public static void main(String[] args) throws IOException {
        var dir = Files.createTempDirectory(Path.of(args[0]), "start");
        int partitions = Integer.parseInt(args[1]);
        int batches = Integer.parseInt(args[2]);
        var settings = LogStoreSettings.defaults(List.of(dir));
        var store = timed("empty start", () -> LogStore.start(settings, Clock.systemUTC(), t -> LogFixture.defaults()));
        timed("create " + partitions, () -> {
            for (int i = 0; i < partitions; i++) {
                store.open(
                                new TopicIdPartition(Uuid.randomUuid(), new TopicPartition("bench", i)),
                                LogFixture.defaults())
                        .startEpoch(0);
            }
            return 0;
        });
        timed("append " + batches + " batches to each", () -> {
            for (var log : store.logs()) {
                for (int b = 0; b < batches; b++) {
                    LogFixture.append(log, LogFixture.idempotent(7, 0, b * 10, 10));
                }
            }
            return 0;
        });
        timed("close", () -> {
            store.close();
            return 0;
        });
        for (int i = 0; i < 3; i++) {
            var clean =
                    timed("clean start", () -> LogStore.start(settings, Clock.systemUTC(), t -> LogFixture.defaults()));
            timed("close untouched", () -> {
                clean.close();
                return 0;
            });
        }
        for (int i = 0; i < 3; i++) {
            Files.deleteIfExists(dir.resolve(".kafka_cleanshutdown"));
            Files.deleteIfExists(dir.resolve("recovery-point-offset-checkpoint"));
            var recovered =
                    timed("recovery", () -> LogStore.start(settings, Clock.systemUTC(), t -> LogFixture.defaults()));
            recovered.crash();
        }
    }

    private interface Step<T> {
        T run() throws IOException;
    }

    private static <T> T timed(String what, Step<T> step) throws IOException {
        var os = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = os.getProcessCpuTime();
        long wall = System.nanoTime();
        T result = step.run();
        System.out.printf(
                "%-28s %6d ms wall %6d ms CPU%n",
                what, (System.nanoTime() - wall) / 1_000_000, (os.getProcessCpuTime() - cpu) / 1_000_000);
        return result;
    }
}
