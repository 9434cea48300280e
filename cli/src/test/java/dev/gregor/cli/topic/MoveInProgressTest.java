package dev.gregor.cli.topic;

import static org.apache.kafka.common.message.ApiMessageType.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.message.ApiMessageType.LIST_PARTITION_REASSIGNMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.FreshCluster;
import dev.gregor.cli.ScriptedCluster;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.message.DescribeConfigsResponseData;
import org.apache.kafka.common.message.ListPartitionReassignmentsResponseData;
import org.apache.kafka.common.message.ListPartitionReassignmentsResponseData.OngoingPartitionReassignment;
import org.apache.kafka.common.message.ListPartitionReassignmentsResponseData.OngoingTopicReassignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoveInProgressTest {
    @TempDir
    private Path folder;

    /** Partition 0 goes from brokers 1 and 2 to 3 and 2. */
    private static ListPartitionReassignmentsResponseData move() {
        return new ListPartitionReassignmentsResponseData()
                .setTopics(List.of(new OngoingTopicReassignment()
                        .setName("orders")
                        .setPartitions(List.of(new OngoingPartitionReassignment()
                                .setPartitionIndex(0)
                                .setReplicas(List.of(3, 2, 1))
                                .setAddingReplicas(List.of(3))
                                .setRemovingReplicas(List.of(1))))));
    }

    private static ScriptedCluster moving() {
        return new ScriptedCluster(3)
                .with("orders", 1, 1)
                .placedOn("orders", 0, 3, 2, 1)
                .inSync("orders", 0, 1, 2)
                .placedOn("orders", 1, 1, 3, 2)
                .inSync("orders", 1, 1, 2)
                .on(DESCRIBE_CONFIGS, (broker, request) -> new DescribeConfigsResponseData())
                .on(LIST_PARTITION_REASSIGNMENTS, (broker, request) -> move());
    }

    @Test
    void givenANewReplicaThatHasNotCaughtUp_whenDescribed_thenOnlyTheOtherPartitionIsUnderReplicated() {
        // given
        try (var scripted = moving();
                var cluster = new FreshCluster(folder, scripted.bootstrap(), scripted)) {
            // when
            var result = cluster.gregor("topic", "describe", "orders");
            // then
            assertThat(result.out())
                    .contains("1 of 2 partitions (1) is with replicas out of sync on broker 3")
                    .containsPattern("3,2,1 +1,2 +ok")
                    .containsPattern("1,3,2 +1,2 +under-replicated");
        }
    }

    @Test
    void givenANewReplicaThatHasNotCaughtUp_whenItIsThePreferredOne_thenNoElectionIsSaidToHelp() {
        // given
        try (var scripted = moving();
                var cluster = new FreshCluster(folder, scripted.bootstrap(), scripted)) {
            // when
            var result = cluster.gregor("leader", "list", "orders:0", "-o", "json", "--columns", "leader,election");
            // then
            assertThat(result.exitCode()).as(result.toString()).isZero();
            assertThat(result.out()).doesNotContain("not in sync");
        }
    }
}
