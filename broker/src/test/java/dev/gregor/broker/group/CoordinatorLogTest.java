package dev.gregor.broker.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.apache.kafka.coordinator.common.runtime.PartitionWriter;
import org.apache.kafka.server.common.TransactionVersion;
import org.apache.kafka.storage.internals.log.VerificationGuard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class CoordinatorLogTest {
    private static final TopicPartition PARTITION = new TopicPartition("__consumer_offsets", 7);

    private static final byte[] KEY = {1};

    @TempDir
    private Path folder;

    private TinyReplicas replicas;

    private TinyPartition partition;
    private CoordinatorLog log;

    @BeforeEach
    void lead() {
        replicas = new TinyReplicas(folder);
        partition = replicas.lead(new TopicIdPartition(Uuid.randomUuid(), PARTITION), 3);
        log = new CoordinatorLog(replicas);
    }

    @AfterEach
    void close() {
        replicas.close();
    }

    @Test
    void givenRecords_whenAppended_thenTheLogEndOffsetComesBack() {
        // given
        append("a", "b");
        // when
        var end = append("c");
        // then
        assertThat(end).isEqualTo(3);
        assertThat(partition.log().logEndOffset()).isEqualTo(3);
    }

    @Test
    void givenATakenLog_whenAppended_thenTheThreadWaitsForItsPlace() throws Exception {
        // given
        partition.take();
        var first = CompletableFuture.supplyAsync(() -> append("first"));
        Await.until(() -> partition.waiting() == 1);
        var second = CompletableFuture.supplyAsync(() -> append("second"));
        Await.until(() -> partition.waiting() == 2);
        assertThat(first).isNotDone();
        // when
        partition.giveBack();
        // then
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(2);
    }

    @Test
    void givenATakenLog_whenTheWaitingThreadIsInterrupted_thenItWaitsOnAndStaysInterrupted() throws Exception {
        // given
        partition.take();
        var interrupted = new CompletableFuture<Boolean>();
        var writer = new Thread(() -> {
            append("a");
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        writer.start();
        Await.until(() -> partition.waiting() == 1);
        // when
        writer.interrupt();
        // then
        assertThatThrownBy(() -> interrupted.get(50, TimeUnit.MILLISECONDS)).isInstanceOf(Exception.class);
        partition.giveBack();
        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void givenLeadershipLostWhileWaiting_whenTheLogIsFree_thenTheAppendFailsAsKafkas() {
        // given
        partition.take();
        var append = CompletableFuture.supplyAsync(() -> append("a"));
        Await.until(() -> partition.waiting() == 1);
        partition.resign();
        // when
        partition.giveBack();
        // then
        assertThat(append)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(NotLeaderOrFollowerException.class);
    }

    @Test
    void givenAFollower_whenAppended_thenNotLeaderIsThrown() {
        // given
        partition.resign();
        // when / then
        assertThatThrownBy(() -> append("a")).isInstanceOf(NotLeaderOrFollowerException.class);
        assertThatThrownBy(() -> log.config(PARTITION)).isInstanceOf(NotLeaderOrFollowerException.class);
    }

    @Test
    void givenRecordsThatTheLogRefuses_whenAppended_thenItsErrorIsThrown() {
        assertThatThrownBy(() -> append("x".repeat(TinyReplicas.SETTINGS.maxMessageBytes())))
                .isInstanceOf(RecordTooLargeException.class);
        assertThat(append("a")).isEqualTo(1);
    }

    @Test
    void givenAnUnknownPartition_whenAppended_thenNotLeaderIsThrown() {
        var unknown = new TopicPartition("__consumer_offsets", 8);
        assertThatThrownBy(() ->
                        log.append(unknown, VerificationGuard.SENTINEL, records("a"), TransactionVersion.TV_UNKNOWN))
                .isInstanceOf(NotLeaderOrFollowerException.class);
    }

    @Test
    void givenAListener_whenRecordsAreAppended_thenItHearsEachHighWatermark() {
        // given
        var heard = new Heard();
        log.registerListener(PARTITION, heard);
        // when
        append("a");
        append("b", "c");
        // then
        assertThat(heard.marks).containsExactly(1L, 3L);
    }

    @Test
    void givenAHighWatermarkThatMovedBefore_whenAListenerRegisters_thenItHearsOfItAtOnce() {
        // given
        append("a", "b");
        var heard = new Heard();
        // when
        log.registerListener(PARTITION, heard);
        // then
        assertThat(heard.marks).containsExactly(2L);
    }

    @Test
    void givenAListener_whenLeadershipEndsAndIsRegained_thenItHearsNothingMore() {
        // given
        var heard = new Heard();
        log.registerListener(PARTITION, heard);
        append("a");
        partition.resign();
        // when
        partition.lead(4);
        partition.moveHighWatermark(9);
        // then
        assertThat(heard.marks).containsExactly(1L);
    }

    @Test
    void givenAListener_whenItIsTakenBack_thenThePartitionForgetsIt() {
        // given
        var heard = new Heard();
        log.registerListener(PARTITION, heard);
        // when
        log.deregisterListener(PARTITION, heard);
        // then
        append("a");
        assertThat(heard.marks).isEmpty();
        assertThat(partition.listeners()).isZero();
    }

    @Test
    void givenTheTopicsLimit_whenTheConfigurationIsRead_thenItIsTheTopics() {
        assertThat(log.config(PARTITION).maxMessageSize()).isEqualTo(TinyReplicas.SETTINGS.maxMessageBytes());
    }

    private long append(String... values) {
        return log.append(PARTITION, VerificationGuard.SENTINEL, records(values), TransactionVersion.TV_UNKNOWN);
    }

    private static MemoryRecords records(String... values) {
        var records = new ArrayList<SimpleRecord>();
        for (var value : values) {
            records.add(new SimpleRecord(1L, KEY, value.getBytes(StandardCharsets.UTF_8)));
        }
        return MemoryRecords.withRecords(Compression.NONE, records.toArray(SimpleRecord[]::new));
    }

    private static final class Heard implements PartitionWriter.Listener {
        final List<Long> marks = new CopyOnWriteArrayList<>();

        @Override
        public void onHighWatermarkUpdated(TopicPartition topicPartition, long offset) {
            marks.add(offset);
        }
    }
}
