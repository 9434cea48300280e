package dev.gregor.broker.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.record.internal.ControlRecordType;
import org.apache.kafka.common.record.internal.EndTransactionMarker;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.apache.kafka.common.requests.TransactionResult;
import org.apache.kafka.coordinator.common.runtime.CoordinatorPlayback;
import org.apache.kafka.coordinator.common.runtime.Deserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class CoordinatorLogLoaderTest {
    private static final TopicPartition PARTITION = new TopicPartition("__consumer_offsets", 7);
    private static final String UNKNOWN = "unknown";
    private static final String BROKEN = "broken";
    private static final int SMALL = 100;

    @TempDir
    private Path folder;

    private TinyReplicas replicas;
    private TinyPartition partition;
    private CoordinatorLogLoader<String> loader;
    private final Played played = new Played();

    @BeforeEach
    void lead() {
        replicas = new TinyReplicas(folder);
        partition = replicas.lead(new TopicIdPartition(Uuid.randomUuid(), PARTITION), 3);
        loader = loader(SMALL);
    }

    @AfterEach
    void close() {
        loader.close();
        replicas.close();
    }

    @Test
    void givenBatchesOfManyBuffers_whenLoaded_thenAllAreReplayedInOrder() throws Exception {
        // given
        for (int i = 0; i < 50; i++) {
            append(Compression.NONE, "k" + i + "a", "k" + i + "b");
        }
        // when
        var summary = loader.load(PARTITION, played).get(10, TimeUnit.SECONDS);
        // then
        assertThat(summary.numRecords()).isEqualTo(100);
        assertThat(summary.numBytes()).isEqualTo(partition.log().sizeBytes());
        assertThat(played.events)
                .hasSize(100)
                .startsWith("0 k0a", "1 k0b", "2 k1a")
                .endsWith("99 k49b");
        assertThat(played.written).isEqualTo(100);
        assertThat(played.committed).isEqualTo(100);
    }

    @Test
    void givenABatchLargerThanTheBuffer_whenLoaded_thenItIsRead() throws Exception {
        // given
        append(Compression.NONE, "x".repeat(10 * SMALL), "y");
        // when
        loader.load(PARTITION, played).get(10, TimeUnit.SECONDS);
        // then
        assertThat(played.events).hasSize(2);
    }

    @Test
    void givenCompressedBatches_whenLoaded_thenTheirRecordsAreReplayed() throws Exception {
        // given
        append(Compression.gzip().build(), "a", "b");
        append(Compression.lz4().build(), "c");
        // when
        loader.load(PARTITION, played).get(10, TimeUnit.SECONDS);
        // then
        assertThat(played.events).containsExactly("0 a", "1 b", "2 c");
    }

    @Test
    void givenTransactions_whenLoaded_thenRecordsCarryTheirProducerAndMarkersEndThem() throws Exception {
        // given
        write(MemoryRecords.withTransactionalRecords(Compression.NONE, 5, (short) 1, 0, record("a")));
        write(MemoryRecords.withEndTransactionMarker(
                5, (short) 1, new EndTransactionMarker(ControlRecordType.COMMIT, 0)));
        write(MemoryRecords.withEndTransactionMarker(
                6, (short) 2, new EndTransactionMarker(ControlRecordType.ABORT, 0)));
        // when
        loader.load(PARTITION, played).get(10, TimeUnit.SECONDS);
        // then
        assertThat(played.events).containsExactly("0 a by 5/1", "COMMIT 5/1", "ABORT 6/2");
        assertThat(played.written).isEqualTo(3);
    }

    @Test
    void givenARecordOfAnUnknownType_whenLoaded_thenItIsLeftOut() throws Exception {
        // given
        append(Compression.NONE, "a", UNKNOWN, "b");
        // when
        loader.load(PARTITION, played).get(10, TimeUnit.SECONDS);
        // then
        assertThat(played.events).containsExactly("0 a", "2 b");
    }

    @Test
    void givenARecordThatCannotBeRead_whenLoaded_thenTheLoadFailsAndNamesIt() {
        // given
        append(Compression.NONE, "a", BROKEN);
        // when
        var load = loader.load(PARTITION, played);
        // then
        assertThat(load)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withMessageContaining("record at 1 of ");
    }

    @Test
    void givenAHighWatermarkBelowTheEnd_whenLoaded_thenOnlyWhatIsBelowIsCommitted() throws Exception {
        // given
        append(Compression.NONE, "a", "b");
        partition.holdHighWatermark();
        append(Compression.NONE, "c");
        // when
        loader.load(PARTITION, played).get(10, TimeUnit.SECONDS);
        // then
        assertThat(played.written).isEqualTo(3);
        assertThat(played.committed).isEqualTo(2);
    }

    @Test
    void givenALogThatStartsLater_whenLoaded_thenItBeginsThere() throws Exception {
        // given
        append(Compression.NONE, "a");
        append(Compression.NONE, "b");
        partition.log().advanceLogStartOffset(1);
        // when
        loader.load(PARTITION, played).get(10, TimeUnit.SECONDS);
        // then
        assertThat(played.events).containsExactly("1 b");
    }

    @Test
    void givenAnEmptyLog_whenLoaded_thenNothingIsReplayed() throws Exception {
        assertThat(loader.load(PARTITION, played).get(10, TimeUnit.SECONDS).numRecords())
                .isZero();
    }

    @Test
    void givenLeadershipLostWhileLoading_whenTheNextBufferIsDue_thenTheLoadFails() {
        // given
        append(Compression.NONE, "a".repeat(SMALL));
        append(Compression.NONE, "b".repeat(SMALL));
        played.atFirst = partition::resign;
        // when
        var load = loader.load(PARTITION, played);
        // then
        assertThat(load)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(NotLeaderOrFollowerException.class);
        assertThat(played.events).hasSize(1);
    }

    @Test
    void givenAFollower_whenLoaded_thenTheLoadFails() {
        partition.resign();
        assertThat(loader.load(PARTITION, played)).failsWithin(Duration.ofSeconds(10));
    }

    @Test
    void givenALoadThatRuns_whenTheLoaderIsClosed_thenItStopsAndNothingIsHeardOfItOrOfLaterOnes() {
        // given
        append(Compression.NONE, "a".repeat(SMALL));
        append(Compression.NONE, "b".repeat(SMALL));
        played.atFirst = loader::close;
        // when
        var load = loader.load(PARTITION, played);
        // then
        Await.until(() -> !loaderRuns() && !played.events.isEmpty());
        assertThat(loader.load(PARTITION, played)).isNotDone();
        assertThat(load).isNotDone();
        assertThat(played.events).hasSize(1);
    }

    private static boolean loaderRuns() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("group-metadata-loader"));
    }

    private CoordinatorLogLoader<String> loader(int bufferBytes) {
        Deserializer<String> text = (key, value) -> {
            var string = StandardCharsets.UTF_8.decode(value).toString();
            if (string.equals(UNKNOWN)) {
                throw new Deserializer.UnknownRecordTypeException((short) 99);
            }
            if (string.equals(BROKEN)) {
                throw new IllegalArgumentException("cannot read it");
            }
            return string;
        };
        return new CoordinatorLogLoader<>(replicas, text, bufferBytes, Clock.systemUTC());
    }

    private void append(Compression compression, String... values) {
        var records = new SimpleRecord[values.length];
        for (int i = 0; i < values.length; i++) {
            records[i] = record(values[i]);
        }
        write(MemoryRecords.withRecords(compression, records));
    }

    private void write(MemoryRecords records) {
        partition.append(
                records.buffer(), dev.gregor.broker.storage.LogAppend.Origin.COORDINATOR, (short) 1, result -> {});
    }

    private static SimpleRecord record(String value) {
        return new SimpleRecord(1L, new byte[] {1}, value.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Played implements CoordinatorPlayback<String> {
        final List<String> events = new CopyOnWriteArrayList<>();
        Runnable atFirst = () -> {};
        volatile long written = -1;
        volatile long committed = -1;

        @Override
        public void replay(long offset, long producerId, short producerEpoch, String record) {
            if (events.isEmpty()) {
                atFirst.run();
            }
            events.add(offset + " " + record + (producerId < 0 ? "" : " by " + producerId + "/" + producerEpoch));
        }

        @Override
        public void replayEndTransactionMarker(long producerId, short producerEpoch, TransactionResult result) {
            events.add(result + " " + producerId + "/" + producerEpoch);
        }

        @Override
        public void updateLastWrittenOffset(long offset) {
            written = offset;
        }

        @Override
        public void updateLastCommittedOffset(long offset) {
            committed = offset;
        }
    }
}
