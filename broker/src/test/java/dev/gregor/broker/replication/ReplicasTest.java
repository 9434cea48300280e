package dev.gregor.broker.replication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.broker.storage.AppendResult;
import dev.gregor.broker.storage.LogAppend.Origin;
import dev.gregor.broker.storage.LogSettings;
import dev.gregor.broker.storage.LogStore;
import dev.gregor.broker.storage.LogStoreSettings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicasTest {
    private static final int US = 1;
    private static final int OTHER = 2;
    private static final short ACKS_ALL = -1;
    private static final short ACKS_LEADER = 1;
    private static final Uuid TOPIC_ID = Uuid.randomUuid();
    private static final TopicIdPartition ID = new TopicIdPartition(TOPIC_ID, new TopicPartition("t", 3));

    @TempDir
    Path folder;

    private LogStore store;
    private Replicas replicas;
    private final List<AppendResult> results = new ArrayList<>();

    @BeforeEach
    void start() {
        store = LogStore.start(LogStoreSettings.defaults(List.of(folder)), Clock.systemUTC(), topic -> settings(1));
        replicas = new Replicas(US, store);
    }

    @AfterEach
    void stop() {
        replicas.close();
        store.close();
    }

    @Test
    void givenAssignments_whenLookedUp_thenByNameAndByIdTheSame() {
        // when
        replicas.apply(leading(0, US), settings(1));
        // then
        var partition = replicas.partition("t", 3);
        assertThat(partition).isPresent();
        assertThat(replicas.partition(TOPIC_ID, 3)).isSameAs(partition);
        assertThat(replicas.partition(ID.topicPartition())).isSameAs(partition);
        assertThat(replicas.partition("t", 2)).isEmpty();
        assertThat(replicas.partition("t", -1)).isEmpty();
        assertThat(replicas.partition("u", 3)).isEmpty();
        assertThat(replicas.partitions()).hasSize(1);
    }

    @Test
    void givenLeaderAlone_whenAppendedWithAcksAll_thenTheHighWatermarkFollowsAtOnce() {
        // given
        replicas.apply(leading(4, US), settings(1));
        // when
        append(ACKS_ALL);
        // then
        var partition = partition();
        assertThat(partition.highWatermark()).isEqualTo(1);
        assertThat(partition.lastStableOffset()).isEqualTo(1);
        assertThat(results).hasOnlyElementsOfType(AppendResult.Appended.class).hasSize(1);
        assertThat(partition.log().latestEpoch()).hasValue(4);
    }

    @Test
    void givenAFollowerInSync_whenAppendedWithAcksAll_thenItWaitsUntilLeadershipEnds() {
        // given
        replicas.apply(leading(0, US, OTHER), settings(1));
        append(ACKS_LEADER);
        append(ACKS_ALL);
        assertThat(results).hasSize(1);
        assertThat(partition().highWatermark()).isZero();
        // when
        replicas.apply(new PartitionAssignment(ID, OTHER, 1, 1, List.of(US, OTHER), List.of(US, OTHER)), settings(1));
        // then
        assertThat(errors()).containsExactly(Errors.NONE, Errors.NOT_LEADER_OR_FOLLOWER);
        append(ACKS_LEADER);
        assertThat(errors()).last().isEqualTo(Errors.NOT_LEADER_OR_FOLLOWER);
    }

    @Test
    void givenAFollowerInSync_whenItLeavesTheIsr_thenWhatWaitedIsCommitted() {
        // given
        replicas.apply(leading(0, US, OTHER), settings(1));
        append(ACKS_ALL);
        // when
        replicas.apply(new PartitionAssignment(ID, US, 0, 1, List.of(US, OTHER), List.of(US)), settings(1));
        // then
        assertThat(errors()).containsExactly(Errors.NONE);
        assertThat(partition().highWatermark()).isEqualTo(1);
    }

    @Test
    void givenALogDirectoryThatFails_whenAsked_thenStorageErrorWhateverTheMetadataSays() {
        // given
        replicas.apply(leading(4, US), settings(1));
        append(ACKS_ALL);
        var woken = new AtomicInteger();
        partition().onProgress(woken::incrementAndGet);
        // when
        replicas.onDirectoryFailure(store.directories().get(0).path());
        // then
        assertThat(woken).hasValue(1);
        assertThat(partition().isLeader()).isFalse();
        assertThat(partition().checkLeaderEpoch(-1)).isEqualTo(Errors.KAFKA_STORAGE_ERROR);
        replicas.apply(leading(5, US), settings(1));
        assertThat(partition().checkLeaderEpoch(4)).isEqualTo(Errors.KAFKA_STORAGE_ERROR);
        append(ACKS_ALL);
        assertThat(errors()).containsExactly(Errors.NONE, Errors.KAFKA_STORAGE_ERROR);
    }

    @Test
    void givenTwoLogDirectories_whenTheOtherFails_thenThisOneServesOn() {
        // given
        replicas.apply(leading(4, US), settings(1));
        // when
        replicas.onDirectoryFailure(folder.resolve("another"));
        // then
        append(ACKS_ALL);
        assertThat(errors()).containsExactly(Errors.NONE);
    }

    @Test
    void givenTooFewInSync_whenAppended_thenOnlyAcksAllIsRefused() {
        // given
        replicas.apply(new PartitionAssignment(ID, US, 0, 0, List.of(US, OTHER), List.of(US)), settings(2));
        // when
        append(ACKS_ALL);
        append(ACKS_LEADER);
        // then
        assertThat(errors()).containsExactly(Errors.NOT_ENOUGH_REPLICAS, Errors.NONE);
        assertThat(partition().log().logEndOffset()).isEqualTo(1);
    }

    @Test
    void givenMinInsyncAboveTheReplicationFactor_whenAppended_thenTheFactorCounts() {
        // given
        replicas.apply(leading(0, US), settings(3));
        // when
        append(ACKS_ALL);
        // then
        assertThat(errors()).containsExactly(Errors.NONE);
    }

    @Test
    void givenSomebodyWaits_whenRecordsCome_thenItRunsOnceUnlessCancelled() {
        // given
        replicas.apply(leading(0, US), settings(1));
        var runs = new AtomicInteger();
        var cancelled = new AtomicInteger();
        partition().onProgress(runs::incrementAndGet);
        partition().onProgress(cancelled::incrementAndGet).cancel();
        // when
        append(ACKS_LEADER);
        append(ACKS_LEADER);
        // then
        assertThat(runs).hasValue(1);
        assertThat(cancelled).hasValue(0);
    }

    @Test
    void givenRecords_whenStoppedAndStartedWell_thenTheHighWatermarkIsTheOneCheckpointed() {
        // given
        replicas.apply(leading(0, US), settings(1));
        append(ACKS_LEADER);
        append(ACKS_LEADER);
        replicas.close();
        store.close();
        // when
        start();
        replicas.apply(new PartitionAssignment(ID, OTHER, 1, 0, List.of(US, OTHER), List.of(US, OTHER)), settings(1));
        // then
        assertThat(partition().highWatermark()).isEqualTo(2);
        assertThat(partition().isLeader()).isFalse();
    }

    @Test
    void givenATopicMadeAnew_whenApplied_thenTheOldOneEnds() {
        // given
        replicas.apply(leading(0, US), settings(1));
        var old = partition();
        var again = new TopicIdPartition(Uuid.randomUuid(), ID.topicPartition());
        // when
        replicas.apply(new PartitionAssignment(again, US, 0, 0, List.of(US), List.of(US)), settings(1));
        // then
        assertThat(old.isLeader()).isFalse();
        assertThat(partition().id()).isEqualTo(again);
        assertThat(replicas.partition(TOPIC_ID, 3)).isEmpty();
    }

    @Test
    void givenAReplica_whenRemoved_thenItIsGoneAndWhoeverWaitsIsTold() {
        // given
        replicas.apply(leading(0, US), settings(1));
        var ended = new AtomicInteger();
        partition().onProgress(ended::incrementAndGet);
        // when
        replicas.remove(ID, true);
        // then
        assertThat(replicas.partition("t", 3)).isEmpty();
        assertThat(replicas.partitions()).isEmpty();
        assertThat(ended).hasValue(1);
    }

    @Test
    void givenClientsIdeasOfTheEpoch_whenChecked_thenOldNewAndForeignAreTold() {
        // given
        replicas.apply(leading(5, US), settings(1));
        // when, then
        assertThat(partition().checkLeaderEpoch(-1)).isEqualTo(Errors.NONE);
        assertThat(partition().checkLeaderEpoch(5)).isEqualTo(Errors.NONE);
        assertThat(partition().checkLeaderEpoch(4)).isEqualTo(Errors.FENCED_LEADER_EPOCH);
        assertThat(partition().checkLeaderEpoch(6)).isEqualTo(Errors.UNKNOWN_LEADER_EPOCH);
        replicas.close();
        assertThat(partition().checkLeaderEpoch(5)).isEqualTo(Errors.NOT_LEADER_OR_FOLLOWER);
    }

    private Partition partition() {
        return replicas.partition("t", 3).orElseThrow();
    }

    private void append(short acks) {
        var records = MemoryRecords.withRecords(
                Compression.NONE, new SimpleRecord(System.currentTimeMillis(), "v".getBytes(StandardCharsets.UTF_8)));
        var direct = ByteBuffer.allocateDirect(records.sizeInBytes())
                .put(records.buffer())
                .flip();
        partition().append(direct, Origin.CLIENT, acks, results::add);
    }

    private List<Errors> errors() {
        return results.stream()
                .map(result -> result instanceof AppendResult.Rejected rejected ? rejected.error() : Errors.NONE)
                .toList();
    }

    private static PartitionAssignment leading(int epoch, Integer... replicas) {
        return new PartitionAssignment(ID, US, epoch, 0, List.of(replicas), List.of(replicas));
    }

    private static LogSettings settings(int minInsyncReplicas) {
        return new LogSettings(
                1 << 30,
                TimeUnit.DAYS.toMillis(7),
                0,
                10 << 20,
                4096,
                -1,
                -1,
                60_000,
                (1 << 20) + 12,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                TimestampType.CREATE_TIME,
                Long.MAX_VALUE,
                TimeUnit.HOURS.toMillis(1),
                "producer",
                true,
                false,
                minInsyncReplicas,
                false);
    }
}
