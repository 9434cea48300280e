package dev.gregor.broker.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.broker.group.Await;
import dev.gregor.broker.group.TestCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.OffsetCommitRequestData;
import org.apache.kafka.common.message.OffsetCommitRequestData.OffsetCommitRequestPartition;
import org.apache.kafka.common.message.OffsetCommitRequestData.OffsetCommitRequestTopic;
import org.apache.kafka.common.message.OffsetCommitResponseData;
import org.apache.kafka.common.message.OffsetFetchRequestData;
import org.apache.kafka.common.message.OffsetFetchRequestData.OffsetFetchRequestGroup;
import org.apache.kafka.common.message.OffsetFetchRequestData.OffsetFetchRequestTopic;
import org.apache.kafka.common.message.OffsetFetchRequestData.OffsetFetchRequestTopics;
import org.apache.kafka.common.message.OffsetFetchResponseData;
import org.apache.kafka.common.protocol.Errors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class OffsetHandlersTest {
    private static final int IDS = 10;

    @TempDir
    private Path folder;

    private TestCluster cluster;
    private Wire wire;
    private Uuid orders;

    @BeforeEach
    void start() {
        cluster = new TestCluster(folder);
        orders = cluster.createTopic("orders", 2);
        wire = new Wire(cluster);
        cluster.createOffsetsTopic();
    }

    @AfterEach
    void close() {
        wire.close();
        cluster.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10})
    void givenRowsThatAreAndAreNot_whenCommitted_thenEachHasItsAnswer(int version) {
        // given
        var stranger = Uuid.randomUuid();
        var request = new OffsetCommitRequestData()
                .setGroupId("g")
                .setTopics(List.of(commitTopic("orders", orders, 0, 5), commitTopic("nowhere", stranger, 0)));
        // when
        var committed = commit(request, version);
        // then
        Errors nowhere = version >= IDS ? Errors.UNKNOWN_TOPIC_ID : Errors.UNKNOWN_TOPIC_OR_PARTITION;
        assertThat(committed.topics().stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(row -> (version >= IDS ? topic.topicId() : topic.name()) + " "
                                        + row.partitionIndex() + " " + Errors.forCode(row.errorCode()))))
                .containsExactlyInAnyOrder(
                        (version >= IDS ? orders : "orders") + " 0 NONE",
                        (version >= IDS ? orders : "orders") + " 5 UNKNOWN_TOPIC_OR_PARTITION",
                        (version >= IDS ? stranger : "nowhere") + " 0 " + nowhere);
    }

    @Test
    void givenNothingThatExists_whenCommitted_thenTheCoordinatorIsNotAsked() {
        OffsetCommitResponseData committed = wire.ask(
                new OffsetCommitRequestData()
                        .setGroupId("")
                        .setTopics(List.of(commitTopic("nowhere", Uuid.randomUuid(), 0))),
                9);
        assertThat(Errors.forCode(committed.topics().get(0).partitions().get(0).errorCode()))
                .isEqualTo(Errors.UNKNOWN_TOPIC_OR_PARTITION);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void givenACommittedOffset_whenFetchedByAnOldClient_thenItIsThere(int version) {
        // given
        commitOne("g", 0, 17);
        // when
        OffsetFetchResponseData fetched = fetch(
                new OffsetFetchRequestData()
                        .setGroupId("g")
                        .setTopics(List.of(
                                new OffsetFetchRequestTopic().setName("orders").setPartitionIndexes(List.of(0, 1)),
                                new OffsetFetchRequestTopic().setName("nowhere").setPartitionIndexes(List.of(0)))),
                version,
                OffsetFetchResponseData::errorCode);
        // then
        assertThat(fetched.topics().stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(row -> topic.name() + " " + row.partitionIndex() + " " + row.committedOffset()
                                        + " " + row.errorCode())))
                .containsExactlyInAnyOrder("orders 0 17 0", "orders 1 -1 0", "nowhere 0 -1 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 10})
    void givenGroups_whenFetchedTogether_thenEachHasItsRow(int version) {
        // given
        commitOne("g", 0, 17);
        commitOne("h", 1, 18);
        var stranger = Uuid.randomUuid();
        // when
        OffsetFetchResponseData fetched = fetch(
                new OffsetFetchRequestData()
                        .setGroups(List.of(
                                new OffsetFetchRequestGroup()
                                        .setGroupId("g")
                                        .setTopics(
                                                List.of(fetchTopic("orders", orders), fetchTopic("nowhere", stranger))),
                                new OffsetFetchRequestGroup().setGroupId("h").setTopics(null))),
                version,
                response -> response.groups().stream()
                        .map(OffsetFetchResponseData.OffsetFetchResponseGroup::errorCode)
                        .filter(code -> code != 0)
                        .findAny()
                        .orElse((short) 0));
        // then
        Object name = version >= IDS ? orders : "orders";
        assertThat(rows(fetched, version))
                .containsExactlyInAnyOrder(
                        "g " + name + " 0 17 NONE",
                        "g " + (version >= IDS ? stranger + " 0 -1 UNKNOWN_TOPIC_ID" : "nowhere 0 -1 NONE"),
                        "h " + name + " 1 18 NONE");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void givenNoCoordinator_whenOffsetsAreFetched_thenTheErrorIsWhereTheVersionHasIt(int version) {
        // given
        cluster.groups().close();
        var request = version >= 8
                ? new OffsetFetchRequestData()
                        .setGroups(List.of(new OffsetFetchRequestGroup()
                                .setGroupId("g")
                                .setTopics(List.of(fetchTopic("orders", orders)))))
                : new OffsetFetchRequestData()
                        .setGroupId("g")
                        .setTopics(List.of(
                                new OffsetFetchRequestTopic().setName("orders").setPartitionIndexes(List.of(0))));
        // when
        OffsetFetchResponseData fetched = wire.ask(request, version);
        // then
        short error = version >= 8
                ? fetched.groups().get(0).errorCode()
                : version >= 2
                        ? fetched.errorCode()
                        : fetched.topics().get(0).partitions().get(0).errorCode();
        assertThat(Errors.forCode(error)).isEqualTo(Errors.COORDINATOR_NOT_AVAILABLE);
    }

    private static List<String> rows(OffsetFetchResponseData fetched, int version) {
        return fetched.groups().stream()
                .flatMap(group -> group.topics().stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(row -> group.groupId() + " "
                                        + (version >= IDS ? topic.topicId() : topic.name()) + " "
                                        + row.partitionIndex() + " " + row.committedOffset() + " "
                                        + Errors.forCode(row.errorCode()))))
                .toList();
    }

    private void commitOne(String group, int partition, long offset) {
        var topic = commitTopic("orders", orders, partition);
        topic.partitions().get(0).setCommittedOffset(offset);
        commit(new OffsetCommitRequestData().setGroupId(group).setTopics(List.of(topic)), 9);
    }

    private OffsetCommitResponseData commit(OffsetCommitRequestData request, int version) {
        var committed = new OffsetCommitResponseData[1];
        Await.until(() -> {
            committed[0] = wire.ask(request.duplicate(), version);
            return committed[0].topics().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .noneMatch(row -> row.errorCode() == Errors.NOT_COORDINATOR.code()
                            || row.errorCode() == Errors.COORDINATOR_LOAD_IN_PROGRESS.code());
        });
        return committed[0];
    }

    private OffsetFetchResponseData fetch(
            OffsetFetchRequestData request, int version, Function<OffsetFetchResponseData, Short> error) {
        var fetched = new OffsetFetchResponseData[1];
        Await.until(() -> {
            fetched[0] = wire.ask(request.duplicate(), version);
            return error.apply(fetched[0]) == 0;
        });
        return fetched[0];
    }

    private static OffsetCommitRequestTopic commitTopic(String name, Uuid id, int... partitions) {
        var topic = new OffsetCommitRequestTopic().setName(name).setTopicId(id);
        for (int partition : partitions) {
            topic.partitions().add(new OffsetCommitRequestPartition().setPartitionIndex(partition));
        }
        return topic;
    }

    private static OffsetFetchRequestTopics fetchTopic(String name, Uuid id) {
        return new OffsetFetchRequestTopics().setName(name).setTopicId(id).setPartitionIndexes(List.of(0));
    }
}
