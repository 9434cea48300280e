package dev.gregor.cli.brokers;

import static org.apache.kafka.common.message.ApiMessageType.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.message.ApiMessageType.DESCRIBE_LOG_DIRS;
import static org.apache.kafka.common.message.ApiMessageType.DESCRIBE_QUORUM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.FreshCluster;
import dev.gregor.cli.ScriptedCluster;
import dev.gregor.cli.ScriptedCluster.Script;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.message.DescribeConfigsResponseData;
import org.apache.kafka.common.message.DescribeLogDirsResponseData;
import org.apache.kafka.common.message.DescribeLogDirsResponseData.DescribeLogDirsResult;
import org.apache.kafka.common.message.DescribeQuorumResponseData;
import org.apache.kafka.common.message.DescribeQuorumResponseData.PartitionData;
import org.apache.kafka.common.message.DescribeQuorumResponseData.ReplicaState;
import org.apache.kafka.common.message.DescribeQuorumResponseData.TopicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gregor} where one broker of several does not answer: what the others say is still told. */
class SeveralBrokersTest {
    private static final short NOT_LEADER = 6;
    private static final int DIFFERS = 3;
    private static final int UNREACHABLE = 4;
    private static final Script ONE_DIRECTORY = (broker, request) -> new DescribeLogDirsResponseData()
            .setResults(List.of(new DescribeLogDirsResult().setLogDir("/data/" + broker)));

    @TempDir
    private Path folder;

    @Test
    void givenABrokerThatDoesNotAnswer_whenLogDirsAreShown_thenTheOthersAreAndItIsTold() {
        // given
        try (var scripted = new ScriptedCluster(3)
                        .on(DESCRIBE_LOG_DIRS, ONE_DIRECTORY)
                        .down(2);
                var cluster = new FreshCluster(folder, scripted.bootstrap(), scripted)) {
            // when
            var result =
                    cluster.gregor("broker", "logdirs", "--timeout", "1", "-o", "json", "--columns", "broker,logDir");
            // then
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.out()).contains("/data/1").contains("/data/3");
            assertThat(result.err()).contains("broker 2: no broker answered within 1000 ms");
        }
    }

    @Test
    void givenABrokerIdThatIsNotThere_whenLogDirsAreShown_thenTheOthersAreAndItIsTold() {
        // given
        try (var scripted = new ScriptedCluster(1).on(DESCRIBE_LOG_DIRS, ONE_DIRECTORY);
                var cluster = new FreshCluster(folder, scripted.bootstrap(), scripted)) {
            // when
            var result = cluster.gregor("broker", "logdirs", "1", "9", "-o", "json");
            // then
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.out()).contains("/data/1");
            assertThat(result.err()).contains("broker 9: broker 9 is not registered (registered: [1])");
        }
    }

    @Test
    void givenOnlyABrokerThatDoesNotAnswer_whenItsLogDirsAreShown_thenItIsUnreachable() {
        // given
        try (var scripted = new ScriptedCluster(2)
                        .on(DESCRIBE_LOG_DIRS, ONE_DIRECTORY)
                        .down(2);
                var cluster = new FreshCluster(folder, scripted.bootstrap(), scripted)) {
            // then
            assertThat(cluster.gregor("broker", "logdirs", "2", "--timeout", "1")
                            .exitCode())
                    .isEqualTo(UNREACHABLE);
        }
    }

    @Test
    void givenBrokersThatAreSilentOrGone_whenListed_thenTheyAreThere() {
        // given
        try (var scripted = new ScriptedCluster(2)
                        .with("orders", 1)
                        .placedOn("orders", 0, 1, 2, 7)
                        .on(DESCRIBE_LOG_DIRS, ONE_DIRECTORY)
                        .down(2);
                var cluster = new FreshCluster(folder, scripted.bootstrap(), scripted)) {
            // when
            var result = cluster.gregor(
                    "broker", "list", "--timeout", "1", "-o", "json", "--columns", "id,state,leaders,replicas");
            // then
            assertThat(result.exitCode()).as(result.toString()).isZero();
            assertThat(result.out())
                    .contains("{\"id\":1,\"state\":\"alive\",\"leaders\":1,\"replicas\":1}")
                    .contains("{\"id\":2,\"state\":\"silent\",\"leaders\":0,\"replicas\":1}")
                    .contains("{\"id\":7,\"state\":\"gone\",\"leaders\":0,\"replicas\":1}");
        }
    }

    @Test
    void givenAnOwnControllerNode_whenBrokersAreListed_thenNoneIsTakenForIt() {
        // given
        try (var scripted = new ScriptedCluster(2)
                        .on(DESCRIBE_LOG_DIRS, ONE_DIRECTORY)
                        .on(DESCRIBE_QUORUM, (broker, request) -> ledBy(100));
                var cluster = new FreshCluster(folder, scripted.bootstrap(), scripted)) {
            // when
            var result = cluster.gregor("broker", "list", "-o", "json", "--columns", "id,controller");
            // then
            assertThat(result.out()).contains("{\"id\":1,\"controller\":false}");
        }
    }

    @Test
    void givenAControllerThatHasJustMoved_whenBrokersAreListed_thenTheNewOneIsTold() {
        // given
        var asked = new AtomicInteger();
        try (var scripted = new ScriptedCluster(2)
                        .on(DESCRIBE_LOG_DIRS, ONE_DIRECTORY)
                        .on(
                                DESCRIBE_QUORUM,
                                (broker, request) -> asked.incrementAndGet() == 1
                                        ? described(new PartitionData().setErrorCode(NOT_LEADER))
                                        : ledBy(2));
                var cluster = new FreshCluster(folder, scripted.bootstrap(), scripted)) {
            // when
            var result = cluster.gregor("broker", "list", "-o", "json", "--columns", "id,controller");
            // then
            assertThat(result.out()).contains("{\"id\":2,\"controller\":true}");
        }
    }

    @Test
    void givenAClockThatDiffersFromTheLeaders_whenTheQuorumIsLookedAt_thenItsTimesAreCountedByTheLeaders() {
        // given
        long leadersNowMs = System.currentTimeMillis() - 3_600_000;
        var partition = new PartitionData().setLeaderId(1);
        for (int id = 1; id <= 3; id++) {
            long fetchedMs = id == 1 ? leadersNowMs : leadersNowMs - 400;
            partition
                    .currentVoters()
                    .add(new ReplicaState()
                            .setReplicaId(id)
                            .setLogEndOffset(50)
                            .setLastFetchTimestamp(fetchedMs)
                            .setLastCaughtUpTimestamp(fetchedMs));
        }
        try (var scripted = new ScriptedCluster(3)
                        .on(DESCRIBE_LOG_DIRS, ONE_DIRECTORY)
                        .on(DESCRIBE_CONFIGS, (broker, request) -> new DescribeConfigsResponseData())
                        .on(DESCRIBE_QUORUM, (broker, request) -> described(partition));
                var cluster = new FreshCluster(folder, scripted.bootstrap(), scripted)) {
            // when
            var doctor = cluster.gregor("cluster", "doctor");
            // then
            assertThat(doctor.exitCode()).as(doctor.toString()).isZero();
            assertThat(cluster.gregor("cluster", "quorum", "-o", "json", "--columns", "id,caughtUpMsAgo")
                            .out())
                    .contains("{\"id\":2,\"caughtUpMsAgo\":400}");
        }
    }

    @Test
    void givenALeaderThatIsNoVoterAnyMore_whenTheQuorumIsLookedAt_thenItIsShown() {
        // given
        var partition = new PartitionData().setLeaderId(9);
        partition.currentVoters().add(new ReplicaState().setReplicaId(1).setLogEndOffset(50));
        partition.observers().add(new ReplicaState().setReplicaId(9).setLogEndOffset(52));
        try (var scripted = new ScriptedCluster(1).on(DESCRIBE_QUORUM, (broker, request) -> described(partition));
                var cluster = new FreshCluster(folder, scripted.bootstrap(), scripted)) {
            // when
            var result = cluster.gregor("cluster", "quorum", "-o", "json", "--columns", "id,role,lag");
            // then
            assertThat(result.exitCode()).as(result.toString()).isZero();
            assertThat(result.out()).contains("{\"id\":1,\"role\":\"follower\",\"lag\":2}");
        }
    }

    private static DescribeQuorumResponseData ledBy(int controller) {
        return described(new PartitionData().setLeaderId(controller));
    }

    private static DescribeQuorumResponseData described(PartitionData partition) {
        return new DescribeQuorumResponseData()
                .setTopics(List.of(
                        new TopicData().setTopicName("__cluster_metadata").setPartitions(List.of(partition))));
    }

    @Test
    void givenABrokerThatDoesNotAnswer_whenTheDoctorLooks_thenItIsAnErrorAndTheRestIsLookedAt() {
        // given
        try (var scripted = new ScriptedCluster(3)
                        .with("orders", 1, 3)
                        .on(DESCRIBE_LOG_DIRS, ONE_DIRECTORY)
                        .on(DESCRIBE_CONFIGS, (broker, request) -> new DescribeConfigsResponseData())
                        .down(2);
                var cluster = new FreshCluster(folder, scripted.bootstrap(), scripted)) {
            // when
            var result = cluster.gregor("cluster", "doctor", "--timeout", "1");
            // then
            assertThat(result.exitCode()).as(result.toString()).isEqualTo(DIFFERS);
            assertThat(result.out())
                    .contains("broker 2: the cluster counts on it, and it does not answer:")
                    .contains("3 brokers, 1 topic, 2 partitions")
                    .doesNotContain("topics could not be read");
        }
    }
}
