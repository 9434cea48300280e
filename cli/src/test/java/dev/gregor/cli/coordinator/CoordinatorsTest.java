package dev.gregor.cli.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.cli.ScriptedCluster;
import dev.gregor.cli.grouptool.KafkaFailure;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ErrorCodes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.ApiMessageType;
import org.apache.kafka.common.message.DeleteGroupsRequestData;
import org.apache.kafka.common.message.DeleteGroupsResponseData;
import org.apache.kafka.common.message.DeleteGroupsResponseData.DeletableGroupResult;
import org.apache.kafka.common.message.FindCoordinatorRequestData;
import org.apache.kafka.common.message.FindCoordinatorResponseData;
import org.apache.kafka.common.message.FindCoordinatorResponseData.Coordinator;
import org.apache.kafka.common.message.OffsetCommitResponseData;
import org.apache.kafka.common.message.OffsetCommitResponseData.OffsetCommitResponsePartition;
import org.apache.kafka.common.message.OffsetCommitResponseData.OffsetCommitResponseTopic;
import org.apache.kafka.common.message.OffsetFetchResponseData;
import org.junit.jupiter.api.Test;

/** Groups whose names end with a number have that broker as their coordinator. */
class CoordinatorsTest {
    private static final short GROUP_AUTHORIZATION_FAILED = 30;

    private final AtomicInteger commits = new AtomicInteger();

    /** Broker 2 hangs up when groups are to be deleted. */
    private ScriptedCluster cluster() {
        var cluster = new ScriptedCluster(2).with("orders", 1);
        return cluster.on(
                        ApiMessageType.FIND_COORDINATOR,
                        (broker, request) ->
                                coordinators(cluster, ((FindCoordinatorRequestData) request).coordinatorKeys()))
                .on(ApiMessageType.DELETE_GROUPS, (broker, request) -> {
                    if (broker == 2) {
                        throw new IOException("hangs up");
                    }
                    return deleted(((DeleteGroupsRequestData) request).groupsNames());
                })
                .on(ApiMessageType.OFFSET_COMMIT, (broker, request) -> committed(broker))
                .on(ApiMessageType.OFFSET_FETCH, (broker, request) -> new OffsetFetchResponseData());
    }

    private FindCoordinatorResponseData coordinators(ScriptedCluster cluster, List<String> groups) {
        var answer = new FindCoordinatorResponseData();
        for (var group : groups) {
            var row = new Coordinator().setKey(group).setHost("127.0.0.1");
            if (group.startsWith("secret")) {
                row.setErrorCode(GROUP_AUTHORIZATION_FAILED);
            } else {
                // The group moves from 1 to 2 once somebody asked the wrong one.
                int id = group.startsWith("moving")
                        ? 1 + Math.min(1, commits.get())
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
                                .setErrorCode(broker == 2 ? ErrorCodes.NONE : Coordinators.NOT_COORDINATOR)))));
    }

    private static ClusterException failure(Map<String, Optional<ClusterException>> outcomes, String group) {
        return outcomes.getOrDefault(group, Optional.empty()).orElseThrow();
    }

    @Test
    void givenAGroupThatMayNotBeSeen_whenDeletedWithOthers_thenItAloneIsRefusedInKafkasWords() {
        try (var open = cluster();
                var client = open.client()) {
            // when
            var outcomes = new GroupOffsetChanges(client).deleteGroups(List.of("a-1", "secret-1"));
            // then
            assertThat(outcomes.get("a-1")).isEmpty();
            assertThat(KafkaFailure.of(failure(outcomes, "secret-1")).text())
                    .isEqualTo("org.apache.kafka.common.errors.GroupAuthorizationException: FindCoordinator request for"
                            + " groupId `CoordinatorKey(idValue='secret-1', type=GROUP)` failed due to authorization"
                            + " failure");
        }
    }

    @Test
    void givenACoordinatorThatIsAway_whenGroupsOfAnotherAreDeletedToo_thenThatIsToldOfEach() {
        try (var open = cluster();
                var client = open.client()) {
            // when
            var outcomes = new GroupOffsetChanges(client).deleteGroups(List.of("a-1", "b-2"));
            // then
            assertThat(outcomes.get("a-1")).isEmpty();
            assertThat(failure(outcomes, "b-2")).hasMessageContaining("127.0.0.1:" + open.port(2));
        }
    }

    @Test
    void givenAGroupThatMoves_whenItsOffsetsAreCommitted_thenTheNextCoordinatorIsAsked() {
        try (var open = cluster();
                var client = open.client()) {
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
        try (var open = cluster();
                var client = open.client()) {
            assertThatThrownBy(() -> new GroupOffsets(client).of("secret-1")).isInstanceOf(ApiErrorException.class);
        }
    }
}
