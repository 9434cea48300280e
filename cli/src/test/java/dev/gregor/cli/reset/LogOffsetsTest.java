package dev.gregor.cli.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.cli.ScriptedCluster;
import dev.gregor.protocol.ApiErrorException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.ApiMessageType;
import org.apache.kafka.common.message.ListOffsetsResponseData;
import org.apache.kafka.common.message.ListOffsetsResponseData.ListOffsetsPartitionResponse;
import org.apache.kafka.common.message.ListOffsetsResponseData.ListOffsetsTopicResponse;
import org.junit.jupiter.api.Test;

class LogOffsetsTest {
    private static final TopicPartition PARTITION = new TopicPartition("orders", 0);
    private static final short NOT_LEADER_OR_FOLLOWER = 6;

    @Test
    void givenALeaderThatMovesMeanwhile_whenAskedForTheEnd_thenTheNextLeaderTells() {
        // given
        try (var open = new ScriptedCluster(2).with("orders", 1);
                var client = open.client()) {
            open.on(ApiMessageType.LIST_OFFSETS, (broker, request) -> {
                open.move(1, 2);
                var row = new ListOffsetsPartitionResponse();
                return new ListOffsetsResponseData()
                        .setTopics(List.of(new ListOffsetsTopicResponse()
                                .setName("orders")
                                .setPartitions(List.of(
                                        broker == 2 ? row.setOffset(42) : row.setErrorCode(NOT_LEADER_OR_FOLLOWER)))));
            });
            // then
            assertThat(new LogOffsets(client).at(List.of(PARTITION), LogOffsets.LATEST))
                    .isEqualTo(Map.of(PARTITION, 42L));
        }
    }

    @Test
    void givenAPartitionWithoutALeader_whenAskedForTheEnd_thenThatIsToldAtOnce() {
        try (var open = new ScriptedCluster(1)
                        .on(ApiMessageType.LIST_OFFSETS, (broker, request) -> new ListOffsetsResponseData())
                        .with("orders", -1);
                var client = open.client()) {
            assertThatThrownBy(() -> new LogOffsets(client).at(List.of(PARTITION), LogOffsets.LATEST))
                    .isInstanceOf(ApiErrorException.class)
                    .hasMessage("orders-0 has no leader at present");
        }
    }
}
