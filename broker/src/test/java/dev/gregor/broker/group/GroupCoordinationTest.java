package dev.gregor.broker.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gregor.broker.replication.Partition;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.CoordinatorNotAvailableException;
import org.apache.kafka.common.message.CreateTopicsRequestData.CreatableTopicConfig;
import org.apache.kafka.common.message.ListGroupsRequestData;
import org.apache.kafka.common.message.OffsetCommitRequestData;
import org.apache.kafka.common.message.OffsetCommitRequestData.OffsetCommitRequestPartition;
import org.apache.kafka.common.message.OffsetCommitRequestData.OffsetCommitRequestTopic;
import org.apache.kafka.common.message.OffsetFetchRequestData.OffsetFetchRequestGroup;
import org.apache.kafka.common.message.OffsetFetchRequestData.OffsetFetchRequestTopics;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.OffsetFetchResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GroupCoordinationTest {
    private static final String GROUP = "readers";
    private static final String TOPIC = "orders";
    private static final int BURST = 1_000;

    @TempDir
    private Path folder;

    private TestCluster cluster;
    private Uuid topicId;

    @BeforeEach
    void start() {
        cluster = new TestCluster(folder);
        topicId = cluster.createTopic(TOPIC, 2);
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void givenCommittedOffsets_whenTheCoordinatorIsStartedAgain_thenTheyAreThere() {
        // given
        cluster.createOffsetsTopic();
        commit(1, 42);
        // when
        cluster.restart();
        // then
        assertThat(fetch(1)).isEqualTo(42);
    }

    @Test
    void givenNoRequest_whenMetadataChanges_thenNoCoordinatorThreadIsStarted() {
        // given
        var before = coordinatorThreads();
        // when
        cluster.createOffsetsTopic();
        // then
        assertThat(coordinatorThreads()).isEqualTo(before);
    }

    @Test
    void givenPartitionsLedHere_whenTheBrokerServes_thenTheCoordinatorStarts() {
        // given
        var before = coordinatorThreads();
        cluster.createOffsetsTopic();
        // when
        cluster.groups().startIfNeeded();
        // then
        Await.until(() -> coordinatorThreads() > before);
    }

    @Test
    void givenNoMetadataYet_whenAsked_thenTheAnswerWaitsForIt() throws Exception {
        // given
        cluster.createOffsetsTopic();
        var config = new TestCluster.TestConfig(cluster.properties());
        try (var early = new GroupCoordination(config, cluster.replicas(), topic -> new CompletableFuture<Void>())) {
            var asked = early.listGroups(Asking.latest(ApiKeys.LIST_GROUPS), new ListGroupsRequestData());
            assertThat(asked).isNotDone();
            // when
            cluster.tellMetadataTo(early);
            // then
            assertThat(asked.get(10, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void givenAGroupLookedAfterHere_whenItsPartitionMovesAway_thenNotCoordinatorIsAnswered() {
        // given
        cluster.createOffsetsTopic();
        commit(0, 1);
        var partition = cluster.groups().partitionFor(GROUP);
        // when
        cluster.testReplicas().resign(offsetsOf(partition));
        cluster.moveLeader(OffsetsTopic.NAME, partition, TestCluster.OTHER_BROKER_ID);
        // then
        Await.until(() -> commitOnce(0, 2) == Errors.NOT_COORDINATOR);
    }

    @Test
    void givenAPartitionThatMovedAway_whenItComesBack_thenItsGroupsAreLoadedAgain() {
        // given
        cluster.createOffsetsTopic();
        commit(0, 7);
        var partition = cluster.groups().partitionFor(GROUP);
        cluster.testReplicas().resign(offsetsOf(partition));
        cluster.moveLeader(OffsetsTopic.NAME, partition, TestCluster.OTHER_BROKER_ID);
        // when
        cluster.testReplicas().lead(offsetsOf(partition).id(), 2);
        cluster.moveLeader(OffsetsTopic.NAME, partition, TestCluster.BROKER_ID);
        // then
        assertThat(fetch(0)).isEqualTo(7);
        commit(0, 8);
        assertThat(fetch(0)).isEqualTo(8);
    }

    @Test
    void givenTheOffsetsTopicComesLater_whenItIsThere_thenGroupsAreServed() {
        // given
        cluster.groups().start();
        // when
        cluster.createOffsetsTopic();
        // then
        commit(0, 3);
    }

    @Test
    void givenTheOffsetsTopic_whenItIsDeleted_thenNotCoordinatorIsAnswered() {
        // given
        cluster.createOffsetsTopic();
        commit(0, 3);
        // when
        cluster.deleteTopic(OffsetsTopic.NAME);
        // then
        Await.until(() -> commitOnce(0, 4) == Errors.NOT_COORDINATOR);
    }

    @Test
    void givenCommittedOffsets_whenTheTopicIsDeleted_thenTheyAreForgotten() {
        // given
        cluster.createOffsetsTopic();
        commit(0, 3);
        // when
        cluster.deleteTopic(TOPIC);
        // then
        Await.until(() -> fetch(0) == -1);
    }

    @Test
    void givenATakenLog_whenManyCommit_thenEachIsAnsweredAndTheLastWins() throws Exception {
        // given
        cluster.createOffsetsTopic();
        commit(0, 0);
        var sent = new ArrayList<CompletableFuture<Errors>>();
        // when
        try (var taken = new TakenLog(offsetsOf(cluster.groups().partitionFor(GROUP)))) {
            sent.add(send(0, 1));
            Await.until(() -> TakenLog.waiting() == 1);
            for (int offset = 2; offset <= 20; offset++) {
                sent.add(send(0, offset));
            }
            assertThat(sent).noneMatch(CompletableFuture::isDone);
        }
        // then
        for (var each : sent) {
            assertThat(each.get(10, TimeUnit.SECONDS)).isEqualTo(Errors.NONE);
        }
        assertThat(fetch(0)).isEqualTo(20);
        cluster.restart();
        assertThat(fetch(0)).isEqualTo(20);
    }

    @Test
    void givenACommit_whenTheHighWatermarkStands_thenTheAnswerWaitsForIt() throws Exception {
        // given
        cluster.createOffsetsTopic();
        commit(0, 0);
        var partition = offsetsOf(cluster.groups().partitionFor(GROUP));
        cluster.testReplicas().holdHighWatermark(partition);
        // when
        var sent = send(0, 1);
        Await.until(() -> partition.log().logEndOffset() == 2);
        // then
        assertThat(sent).isNotDone();
        cluster.testReplicas().letHighWatermarkGo(partition);
        assertThat(sent.get(10, TimeUnit.SECONDS)).isEqualTo(Errors.NONE);
    }

    @Test
    void givenNoOffsetsTopic_whenItIsAskedFor_thenItIsCreatedAsKafkaDoesIt() {
        // when
        cluster.groups().createOffsetsTopic().join();
        // then
        assertThat(cluster.asked()).singleElement().satisfies(topic -> {
            assertThat(topic.name()).isEqualTo("__consumer_offsets");
            assertThat(topic.numPartitions()).isEqualTo(4);
            assertThat(topic.replicationFactor()).isEqualTo((short) 1);
            assertThat(topic.configs())
                    .extracting(CreatableTopicConfig::name, CreatableTopicConfig::value)
                    .containsExactlyInAnyOrder(
                            tuple("cleanup.policy", "compact"),
                            tuple("compression.type", "producer"),
                            tuple("segment.bytes", "104857600"));
        });
    }

    @Test
    void givenTheFeatureAndTheConfiguration_whenEitherIsMissing_thenTheConsumerProtocolIsNotServed() {
        assertThat(cluster.groups().servesConsumerProtocol()).isTrue();
        cluster.level((short) 0);
        assertThat(cluster.groups().servesConsumerProtocol()).isFalse();
        cluster.level((short) 1);
        cluster.with("group.coordinator.rebalance.protocols", "classic");
        assertThat(cluster.groups().servesConsumerProtocol()).isFalse();
    }

    @Test
    void givenAClosedCoordinator_whenAsked_thenItIsNotAvailable() {
        // given
        cluster.createOffsetsTopic();
        cluster.groups().close();
        // when
        var asked = cluster.groups().listGroups(Asking.latest(ApiKeys.LIST_GROUPS), new ListGroupsRequestData());
        // then
        assertThat(asked)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(CoordinatorNotAvailableException.class);
    }

    @Test
    void givenARunningCoordinator_whenClosed_thenItsThreadsEnd() {
        // given
        var before = coordinatorThreads();
        cluster.createOffsetsTopic();
        commit(0, 1);
        assertThat(coordinatorThreads()).isGreaterThan(before);
        // when
        cluster.close();
        // then
        Await.until(() -> coordinatorThreads() <= before);
    }

    @Test
    void givenABurstOfMetadata_whenClosed_thenWhatIsStillQueuedIsPassedOverWithoutAnError() {
        // given
        cluster.with("group.coordinator.threads", "1");
        cluster.createOffsetsTopic();
        commit(0, 1);
        var said = new ByteArrayOutputStream();
        var before = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            for (int i = 0; i < BURST; i++) {
                cluster.update(delta -> {});
            }
            // when
            cluster.groups().close();
        } finally {
            System.setErr(before);
        }
        // then
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("ERROR");
    }

    private static long coordinatorThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("group-"))
                .count();
    }

    private Partition offsetsOf(int index) {
        return cluster.testReplicas().get(new TopicPartition(OffsetsTopic.NAME, index));
    }

    private void commit(int partition, long offset) {
        Await.until(() -> commitOnce(partition, offset) == Errors.NONE);
    }

    private Errors commitOnce(int partition, long offset) throws Exception {
        return send(partition, offset).get(10, TimeUnit.SECONDS);
    }

    private CompletableFuture<Errors> send(int partition, long offset) {
        var request = new OffsetCommitRequestData()
                .setGroupId(GROUP)
                .setTopics(List.of(new OffsetCommitRequestTopic()
                        .setName(TOPIC)
                        .setTopicId(topicId)
                        .setPartitions(List.of(new OffsetCommitRequestPartition()
                                .setPartitionIndex(partition)
                                .setCommittedOffset(offset)))));
        return cluster.groups()
                .commitOffsets(Asking.latest(ApiKeys.OFFSET_COMMIT), request)
                .thenApply(committed -> Errors.forCode(
                        committed.topics().get(0).partitions().get(0).errorCode()));
    }

    private long fetch(int partition) {
        var request = new OffsetFetchRequestGroup()
                .setGroupId(GROUP)
                .setTopics(List.of(new OffsetFetchRequestTopics()
                        .setName(TOPIC)
                        .setTopicId(topicId)
                        .setPartitionIndexes(List.of(partition))));
        var fetched = new long[1];
        Await.until(() -> {
            var group = cluster.groups()
                    .fetchOffsets(Asking.latest(ApiKeys.OFFSET_FETCH), request, false)
                    .exceptionally(loading -> OffsetFetchResponse.groupError(
                            request, Errors.forException(loading), ApiKeys.OFFSET_FETCH.latestVersion()))
                    .get(10, TimeUnit.SECONDS);
            if (group.errorCode() != Errors.NONE.code()) {
                return false;
            }
            fetched[0] = group.topics().get(0).partitions().get(0).committedOffset();
            return true;
        });
        return fetched[0];
    }
}
