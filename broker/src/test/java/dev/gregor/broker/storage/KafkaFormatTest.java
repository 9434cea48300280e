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
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.server.storage.log.FetchIsolation;
import org.apache.kafka.server.util.KafkaScheduler;
import org.apache.kafka.storage.internals.checkpoint.OffsetCheckpointFile;
import org.apache.kafka.storage.internals.log.LogConfig;
import org.apache.kafka.storage.internals.log.LogDirFailureChannel;
import org.apache.kafka.storage.internals.log.LogOffsetsListener;
import org.apache.kafka.storage.internals.log.ProducerStateManagerConfig;
import org.apache.kafka.storage.internals.log.UnifiedLog;
import org.apache.kafka.storage.log.metrics.BrokerTopicStats;
import org.apache.kafka.tools.DumpLogSegments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we write Apache Kafka reads, and the other way round. */
class KafkaFormatTest {
    private static final int SEGMENT_BYTES = 9_000;
    private static final TopicPartition ORDERS = LogFixture.ORDERS.topicPartition();

    @TempDir
    Path dir;

    @Test
    void givenOurLogClosedWell_whenKafkaLoadsIt_thenItHasTheSameRecordsEpochsAndProducers() throws Exception {
        // given
        long end;
        try (var fixture = ours()) {
            end = writeMixed(fixture.log());
        }
        // when
        try (var kafka = new KafkaLog(dir, true, checkpoint("recovery-point-offset-checkpoint"))) {
            // then
            assertThat(kafka.log.logEndOffset()).isEqualTo(end);
            assertThat(kafka.offsets()).isEqualTo(range(0, end));
            assertThat(kafka.log.latestEpoch()).contains(5);
            assertThat(kafka.log.leaderEpochCache().epochEntries())
                    .extracting(entry -> entry.epoch() + "@" + entry.startOffset())
                    .containsExactly("2@0", "5@" + (end - 12));
            assertThat(kafka.log.topicId()).contains(LogFixture.ORDERS.topicId());
            assertThat(kafka.log.producerStateManager().activeProducers().values())
                    .extracting(producer -> producer.producerId() + "@" + producer.lastDataOffset())
                    .containsExactly("7@" + (end - 13));
            assertThat(checkpoint("recovery-point-offset-checkpoint")).isEqualTo(end);
        }
    }

    @Test
    void givenOurLogAfterACrash_whenKafkaRecoversIt_thenItHasTheSameRecords() throws Exception {
        // given
        long end;
        var fixture = ours();
        end = writeMixed(fixture.log());
        fixture.store.crash();
        // when
        try (var kafka = new KafkaLog(dir, false, 0)) {
            // then
            assertThat(kafka.log.logEndOffset()).isEqualTo(end);
            assertThat(kafka.offsets()).isEqualTo(range(0, end));
        }
    }

    @Test
    void givenKafkasLog_whenWeLoadIt_thenItHasTheSameRecordsEpochsAndProducers() throws Exception {
        // given
        long end;
        try (var kafka = new KafkaLog(dir, true, 0)) {
            for (int i = 0; i < 100; i++) {
                kafka.log.appendAsLeader(batch(CompressionType.forId(i % 5), records(5, 300, NOW + i)), 3);
                kafka.log.appendAsLeader(idempotent(9L, 1, i * 2, 2), 3);
            }
            end = kafka.log.logEndOffset();
        }
        Files.writeString(dir.resolve(".kafka_cleanshutdown"), "{\"version\":0,\"brokerEpoch\":17}");
        Files.writeString(dir.resolve("recovery-point-offset-checkpoint"), "0\n1\norders 0 " + end + "\n");
        // when
        try (var fixture = ours()) {
            var log = fixture.log();
            // then
            assertThat(fixture.store.previousBrokerEpoch()).isEqualTo(17);
            assertThat(log.logEndOffset()).isEqualTo(end);
            assertThat(offsets(log)).isEqualTo(range(0, end));
            assertThat(log.latestEpoch()).hasValue(3);
            assertThat(log.offsetForTimestamp(NOW + 50, end).orElseThrow().timestampMs())
                    .isGreaterThanOrEqualTo(NOW + 50);
            assertThat(append(log, idempotent(9L, 1, 198, 2)))
                    .isEqualTo(new Appended(end - 2, end - 1, NOW + 1, 0, true));
            assertThat(append(log, idempotent(9L, 1, 200, 2))).isEqualTo(new Appended(end, end + 1, -1, 0, false));
        }
    }

    @Test
    void givenKafkasLogWithoutACleanStop_whenWeRecoverIt_thenItHasTheSameRecords() throws Exception {
        // given
        long end;
        try (var kafka = new KafkaLog(dir, true, 0)) {
            for (int i = 0; i < 60; i++) {
                kafka.log.appendAsLeader(idempotent(9L, 1, i * 5, 5), 3);
            }
            end = kafka.log.logEndOffset();
            // when: read as it lies there, preallocated indexes and all
            try (var fixture = ours()) {
                // then
                assertThat(offsets(fixture.log())).isEqualTo(range(0, end));
                assertThat(append(fixture.log(), idempotent(9L, 1, 295, 5)))
                        .isEqualTo(new Appended(end - 5, end - 1, NOW + 4, 0, true));
            }
        }
    }

    @Test
    void givenEveryFileWeWrite_whenDumpedByKafkasTool_thenItFindsNothingWrong() throws Exception {
        // given
        try (var fixture = ours()) {
            writeMixed(fixture.log());
        }
        var logs = new ArrayList<String>();
        var indexes = new ArrayList<String>();
        var snapshots = new ArrayList<String>();
        for (var file : dir.resolve("orders-0").toFile().listFiles()) {
            var name = file.getName();
            if (name.endsWith(".log")) {
                logs.add(file.getPath());
            } else if (name.endsWith("index")) {
                indexes.add(file.getPath());
            } else if (name.endsWith(".snapshot")) {
                snapshots.add(file.getPath());
            }
        }
        assertThat(logs).hasSizeGreaterThan(3);
        // when
        var dumped = dump("--deep-iteration", "--files", String.join(",", logs));
        var checked = dump("--index-sanity-check", "--files", String.join(",", indexes));
        var verified = dump("--verify-index-only", "--files", String.join(",", indexes));
        var producers = dump("--files", String.join(",", snapshots));
        // then
        assertThat(dumped)
                .contains("isvalid: true")
                .doesNotContain("isvalid: false")
                .doesNotContain("invalid bytes");
        assertThat(checked.lines().filter(line -> line.endsWith("passed sanity check.") || line.endsWith("is empty.")))
                .hasSameSizeAs(indexes);
        assertThat(verified)
                .doesNotContain("ismatch")
                .doesNotContain("out of order")
                .doesNotContain("Non-consecutive");
        assertThat(producers).contains("producerId: 7").doesNotContain("corrupt");
    }

    @Test
    void givenTheSameAppends_whenWrittenByKafkaAndByUs_thenTheFilesAreEqualByteForByte() throws Exception {
        // given
        var kafkaDir = Files.createDirectory(dir.resolve("kafka"));
        var oursDir = Files.createDirectory(dir.resolve("ours"));
        // when
        try (var kafka = new KafkaLog(kafkaDir, true, 0);
                var fixture = new LogFixture(oursDir, KafkaFormatTest::small)) {
            for (int i = 0; i < 200; i++) {
                var codec = CompressionType.forId(i % 5);
                var records = records(1 + i % 9, 200, NOW + (i * 37L) % 1000);
                kafka.log.appendAsLeader(batch(codec, records), 4);
                append(fixture.log(), direct(batch(codec, records)), LogAppend.Origin.CLIENT, 4);
            }
        }
        // then
        var names = new ArrayList<String>();
        for (var file : kafkaDir.resolve("orders-0").toFile().listFiles()) {
            var name = file.getName();
            if (name.endsWith(".log") || name.endsWith("index") || name.equals("leader-epoch-checkpoint")) {
                names.add(name);
                assertThat(oursDir.resolve("orders-0").resolve(name)).as(name).hasSameBinaryContentAs(file.toPath());
            }
        }
        assertThat(names).hasSizeGreaterThan(9);
    }

    @Test
    void givenOurCheckpoints_whenReadByKafka_thenTheOffsetsAreThere() throws Exception {
        // given
        try (var fixture = ours()) {
            writeMixed(fixture.log());
            fixture.log().advanceLogStartOffset(3);
            fixture.store.highWatermarks(log -> 11);
        }
        // when, then
        assertThat(checkpoint("log-start-offset-checkpoint")).isEqualTo(3);
        assertThat(checkpoint("replication-offset-checkpoint")).isEqualTo(11);
        try (var fixture = ours()) {
            assertThat(fixture.log().logStartOffset()).isEqualTo(3);
            assertThat(fixture.store.checkpointedHighWatermark(ORDERS)).isEqualTo(11);
        }
    }

    // ----

    private LogFixture ours() {
        return new LogFixture(dir, KafkaFormatTest::small);
    }

    private static LogSettings small(LogSettings settings) {
        return LogFixture.with(settings, Map.of("segmentBytes", SEGMENT_BYTES, "segmentIndexBytes", 4096));
    }

    /** Codecs in turn, an idempotent producer 7, epoch 2; then one more batch of epoch 5. */
    private static long writeMixed(PartitionLog log) {
        log.startEpoch(2);
        for (int i = 0; i < 120; i++) {
            append(
                    log,
                    direct(batch(CompressionType.forId(i % 5), records(1 + i % 6, 200, NOW + i))),
                    LogAppend.Origin.CLIENT,
                    2);
            append(log, direct(idempotent(7L, 0, i * 2, 2)), LogAppend.Origin.CLIENT, 2);
        }
        log.startEpoch(5);
        append(log, direct(batch(12, 10)), LogAppend.Origin.CLIENT, 5);
        return log.logEndOffset();
    }

    private long checkpoint(String name) throws IOException {
        return new OffsetCheckpointFile(dir.resolve(name).toFile(), null).read().getOrDefault(ORDERS, -1L);
    }

    private static String dump(String... arguments) throws IOException {
        var captured = new ByteArrayOutputStream();
        var out = System.out;
        var err = System.err;
        try (var stream = new PrintStream(captured, true, StandardCharsets.UTF_8)) {
            System.setOut(stream);
            System.setErr(stream);
            DumpLogSegments.main(arguments);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return captured.toString(StandardCharsets.UTF_8);
    }

    /** The time of the records, so that their producers have not expired. */
    private static final class StandingTime implements Time {
        @Override
        public long milliseconds() {
            return NOW;
        }

        @Override
        public long nanoseconds() {
            return SYSTEM.nanoseconds();
        }

        @Override
        public void sleep(long ms) {
            SYSTEM.sleep(ms);
        }

        @Override
        public void waitObject(Object object, java.util.function.Supplier<Boolean> condition, long deadlineMs)
                throws InterruptedException {
            SYSTEM.waitObject(object, condition, deadlineMs);
        }
    }

    /** Apache Kafka's log over the same folder. */
    private static final class KafkaLog implements AutoCloseable {
        private final KafkaScheduler scheduler = new KafkaScheduler(1);
        final UnifiedLog log;

        KafkaLog(Path dir, boolean clean, long recoveryPoint) throws IOException {
            scheduler.startup();
            log = UnifiedLog.create(
                    new File(dir.toFile(), "orders-0"),
                    new LogConfig(Map.of(
                            "internal.segment.bytes", Integer.toString(SEGMENT_BYTES),
                            "segment.index.bytes", "4096",
                            "message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE))),
                    0,
                    recoveryPoint,
                    scheduler,
                    new BrokerTopicStats(),
                    new StandingTime(),
                    900_000,
                    new ProducerStateManagerConfig(Integer.MAX_VALUE, false),
                    600_000,
                    new LogDirFailureChannel(1),
                    clean,
                    Optional.empty(),
                    new ConcurrentHashMap<>(),
                    false,
                    LogOffsetsListener.NO_OP_OFFSETS_LISTENER);
        }

        List<Long> offsets() throws IOException {
            var offsets = new ArrayList<Long>();
            long next = 0;
            while (next < log.logEndOffset()) {
                var read = log.read(next, 1 << 20, FetchIsolation.LOG_END, true);
                for (RecordBatch found : read.records.batches()) {
                    found.ensureValid();
                    for (Record record : found) {
                        offsets.add(record.offset());
                    }
                    next = found.nextOffset();
                }
            }
            return offsets;
        }

        @Override
        public void close() throws InterruptedException {
            scheduler.shutdown();
            log.close();
        }
    }
}
