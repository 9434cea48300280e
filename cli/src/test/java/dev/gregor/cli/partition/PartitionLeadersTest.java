package dev.gregor.cli.partition;

import static org.apache.kafka.common.message.ApiMessageType.LIST_OFFSETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.cli.ScriptedCluster;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterUnreachableException;
import dev.gregor.protocol.ConnectionSettings;
import dev.gregor.protocol.Target;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.ListOffsetsRequestData;
import org.apache.kafka.common.message.ListOffsetsResponseData;
import org.apache.kafka.common.message.ListOffsetsResponseData.ListOffsetsPartitionResponse;
import org.apache.kafka.common.message.ListOffsetsResponseData.ListOffsetsTopicResponse;
import org.apache.kafka.common.protocol.ApiMessage;
import org.junit.jupiter.api.Test;

class PartitionLeadersTest {
    private static final int TIMEOUT_MS = 300;
    private static final TopicPartition LED_BY_1 = new TopicPartition("orders", 0);
    private static final TopicPartition LED_BY_2 = new TopicPartition("orders", 1);

    private static ClusterClient clientOf(ScriptedCluster cluster) {
        return ClusterClient.open(ConnectionSettings.to(cluster.bootstrap()).withTimeoutMs(TIMEOUT_MS));
    }

    /** Every partition ends at a hundred times its leader's id. */
    private static ApiMessage offsets(int broker, ApiMessage request) {
        var answer = new ListOffsetsResponseData();
        for (var topic : ((ListOffsetsRequestData) request).topics()) {
            var rows = new ListOffsetsTopicResponse().setName(topic.name());
            for (var partition : topic.partitions()) {
                rows.partitions()
                        .add(new ListOffsetsPartitionResponse()
                                .setPartitionIndex(partition.partitionIndex())
                                .setOffset(100L * broker));
            }
            answer.topics().add(rows);
        }
        return answer;
    }

    @Test
    void givenOneLeaderThatDoesNotAnswer_whenAllAreAsked_thenTheOthersAnswersAreKept() {
        // given
        try (var cluster = new ScriptedCluster(2)
                        .with("orders", 1, 2)
                        .on(LIST_OFFSETS, PartitionLeadersTest::offsets)
                        .down(2);
                var client = clientOf(cluster)) {
            var offsets = new HashMap<TopicPartition, Long>();
            // when
            var failures =
                    new ListedOffsets(client, OffsetTime.parse("latest")).read(List.of(LED_BY_1, LED_BY_2), offsets);
            // then
            assertThat(offsets).isEqualTo(Map.of(LED_BY_1, 100L));
            assertThat(failures).containsOnlyKeys(LED_BY_2);
            assertThat(failures.get(LED_BY_2)).contains("NetworkException");
        }
    }

    @Test
    void givenALeaderThatDies_whenAnotherTakesOver_thenThatOneIsAsked() {
        // given
        try (var cluster = new ScriptedCluster(2).with("orders", 1, 2).down(2);
                var client = clientOf(cluster)) {
            var asked = new HashMap<TopicPartition, Integer>();
            // when
            var failures = new PartitionLeaders(client).ask(List.of(LED_BY_1, LED_BY_2), (leader, led) -> {
                if (leader == 2) {
                    cluster.move(2, 1);
                    throw new ClusterUnreachableException("gone", new IOException());
                }
                led.forEach(partition -> asked.put(partition, leader));
                return Map.of();
            });
            // then
            assertThat(failures).isEmpty();
            assertThat(asked).isEqualTo(Map.of(LED_BY_1, 1, LED_BY_2, 1));
        }
    }

    @Test
    void givenNoLeaderThatAnswers_whenAsked_thenTheClusterIsUnreachable() {
        // given
        try (var cluster = new ScriptedCluster(2).with("orders", 2, 2).down(2);
                var client = clientOf(cluster)) {
            var leaders = new PartitionLeaders(client);
            // then
            assertThatThrownBy(() -> leaders.ask(List.of(LED_BY_1, LED_BY_2), (leader, led) -> {
                        client.served(Target.broker(leader));
                        return Map.of();
                    }))
                    .isInstanceOf(ClusterUnreachableException.class);
        }
    }
}
