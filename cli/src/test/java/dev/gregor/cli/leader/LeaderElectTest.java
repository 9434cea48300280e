package dev.gregor.cli.leader;

import static org.apache.kafka.common.message.ApiMessageType.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.message.ApiMessageType.ELECT_LEADERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.FreshCluster;
import dev.gregor.cli.ScriptedCluster;
import java.nio.file.Path;
import org.apache.kafka.common.message.DescribeConfigsResponseData;
import org.apache.kafka.common.message.ElectLeadersResponseData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaderElectTest {
    @TempDir
    private Path folder;

    private static ScriptedCluster threeBrokers() {
        return new ScriptedCluster(3)
                .on(DESCRIBE_CONFIGS, (broker, request) -> new DescribeConfigsResponseData())
                .on(ELECT_LEADERS, (broker, request) -> new ElectLeadersResponseData());
    }

    @Test
    void givenPreferredReplicasThatCannotLead_whenElected_thenEachIsToldAndTheLineFails() {
        // given
        try (var scripted = threeBrokers().with("orders", 2, -1, 1).inSync("orders", 0, 2, 3);
                var cluster = new FreshCluster(folder, scripted.bootstrap(), scripted)) {
            // when
            var result = cluster.gregor("leader", "elect", "--all", "--yes");
            // then
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err())
                    .contains("orders:0 stays on broker 2: its preferred replica on broker 1 is not in sync.")
                    .contains("orders:1 has no leader")
                    .doesNotContain("orders:2");
        }
    }

    @Test
    void givenAnAnswerThatLeavesAPartitionOut_whenElected_thenItIsNotTakenForDone() {
        // given
        try (var scripted = threeBrokers().with("orders", 2);
                var cluster = new FreshCluster(folder, scripted.bootstrap(), scripted)) {
            // when
            var result = cluster.gregor("leader", "elect", "--all", "--yes");
            // then
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.out()).contains("the controller did not say what became of it");
        }
    }
}
