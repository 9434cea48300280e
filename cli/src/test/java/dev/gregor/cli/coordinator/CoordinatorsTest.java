package dev.gregor.cli.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.cli.grouptool.KafkaFailure;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ErrorCodes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.DeleteGroupsRequestData;
import org.apache.kafka.common.message.DeleteGroupsResponseData;
import org.apache.kafka.common.message.DeleteGroupsResponseData.DeletableGroupResult;
import org.apache.kafka.common.message.FindCoordinatorRequestData;
import org.apache.kafka.common.message.FindCoordinatorResponseData;
import org.apache.kafka.common.message.FindCoordinatorResponseData.Coordinator;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.OffsetCommitRequestData;
import org.apache.kafka.common.message.OffsetCommitResponseData;
import org.apache.kafka.common.message.OffsetCommitResponseData.OffsetCommitResponsePartition;
import org.apache.kafka.common.message.OffsetCommitResponseData.OffsetCommitResponseTopic;
import org.apache.kafka.common.protocol.ApiMessage;
import org.junit.jupiter.api.Test;

/** Groups whose names end with a number have that broker as their coordinator. */
class CoordinatorsTest {
    private static final short GROUP_AUTHORIZATION_FAILED = 30;

    private final AtomicInteger commits = new AtomicInteger();

    private Optional<ApiMessage> answer(ScriptedCluster cluster, int broker, ApiMessage request) {
        if (request instanceof MetadataRequestData) {
            return Optional.of(cluster.metadata("orders", 0));
        }
        if (request instanceof FindCoordinatorRequestData find) {
            return Optional.of(coordinators(cluster, find.coordinatorKeys()));
        }
        if (request instanceof DeleteGroupsRequestData delete) {
            // Broker 1 hangs up at everything.
            return broker == 1 ? Optional.empty() : Optional.of(deleted(delete.groupsNames()));
        }
        if (request instanceof OffsetCommitRequestData) {
            return Optional.of(committed(broker));
        }
        throw new IllegalStateException("nobody should ask for " + request);
    }

    private FindCoordinatorResponseData coordinators(ScriptedCluster cluster, List<String> groups) {
        var answer = new FindCoordinatorResponseData();
        for (var group : groups) {
            var row = new Coordinator().setKey(group).setHost("127.0.0.1");
            if (group.startsWith("secret")) {
                row.setErrorCode(GROUP_AUTHORIZATION_FAILED);
            } else {
                // The group moves from 0 to 1 once somebody asked the wrong one.
                int id = group.startsWith("moving")
                        ? Math.min(1, commits.get())
                        : group.charAt(group.length() - 1) - '0';
                row.setNodeId(id).setPort(cluster.port(id));
            }
            answer.coordinators().add(row);
        }
        return answer;
    }

    private static DeleteGroupsResponseData deleted(List<String> groups) {
        var answer = new DeleteGroupsResponseData();
        groups.forEach(group -> answer.results().add(new DeletableGroupResult().setGroupId(group)));
        return answer;
    }

    private OffsetCommitResponseData committed(int broker) {
        commits.incrementAndGet();
        return new OffsetCommitResponseData()
                .setTopics(List.of(new OffsetCommitResponseTopic()
                        .setName("orders")
                        .setPartitions(List.of(new OffsetCommitResponsePartition()
                                .setErrorCode(broker == 1 ? ErrorCodes.NONE : Coordinators.NOT_COORDINATOR)))));
    }

    private static ClusterException failure(Map<String, Optional<ClusterException>> outcomes, String group) {
        return outcomes.getOrDefault(group, Optional.empty()).orElseThrow();
    }

    @Test
    void givenAGroupThatMayNotBeSeen_whenDeletedWithOthers_thenItAloneIsRefusedInKafkasWords() {
        try (var open = new ScriptedCluster(2, this::answer);
                var client = open.client(30_000)) {
            // when
            var outcomes = new GroupOffsetChanges(client).deleteGroups(List.of("a-0", "secret-0"));
            // then
            assertThat(outcomes.get("a-0")).isEmpty();
            assertThat(KafkaFailure.of(failure(outcomes, "secret-0")).text())
                    .isEqualTo("org.apache.kafka.common.errors.GroupAuthorizationException: FindCoordinator request for"
                            + " groupId `CoordinatorKey(idValue='secret-0', type=GROUP)` failed due to authorization"
                            + " failure");
        }
    }

    @Test
    void givenACoordinatorThatIsAway_whenGroupsOfAnotherAreDeletedToo_thenThatIsToldOfEach() {
        try (var open = new ScriptedCluster(2, this::answer);
                var client = open.client(30_000)) {
            // when
            var outcomes = new GroupOffsetChanges(client).deleteGroups(List.of("a-0", "b-1"));
            // then
            assertThat(outcomes.get("a-0")).isEmpty();
            assertThat(failure(outcomes, "b-1")).hasMessageContaining("127.0.0.1:" + open.port(1));
        }
    }

    @Test
    void givenAGroupThatMoves_whenItsOffsetsAreCommitted_thenTheNextCoordinatorIsAsked() {
        try (var open = new ScriptedCluster(2, this::answer);
                var client = open.client(30_000)) {
            // when
            var codes = new GroupOffsetChanges(client)
                    .commitEach("moving", Map.of(new TopicPartition("orders", 0), CommittedOffset.of(5)));
            // then
            assertThat(codes).containsExactly(Map.entry(new TopicPartition("orders", 0), ErrorCodes.NONE));
            assertThat(commits).hasValue(2);
        }
    }

    @Test
    void givenAGroupThatMayNotBeSeen_whenItsOffsetsAreAsked_thenThatIsThrown() {
        try (var open = new ScriptedCluster(1, this::answer);
                var client = open.client(30_000)) {
            assertThatThrownBy(() -> new GroupOffsets(client).of("secret-0")).isInstanceOf(ApiErrorException.class);
        }
    }
}
