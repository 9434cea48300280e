package dev.gregor.cli.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.cli.coordinator.ScriptedCluster;
import dev.gregor.protocol.ApiErrorException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.ListOffsetsResponseData;
import org.apache.kafka.common.message.ListOffsetsResponseData.ListOffsetsPartitionResponse;
import org.apache.kafka.common.message.ListOffsetsResponseData.ListOffsetsTopicResponse;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.protocol.ApiMessage;
import org.junit.jupiter.api.Test;

class LogOffsetsTest {
    private static final TopicPartition PARTITION = new TopicPartition("orders", 0);
    private static final short NOT_LEADER_OR_FOLLOWER = 6;

    private final AtomicBoolean moved = new AtomicBoolean();

    /** Broker 0 leads until it is asked; then broker 1 does. */
    private Optional<ApiMessage> movingLeader(ScriptedCluster cluster, int broker, ApiMessage request) {
        if (request instanceof MetadataRequestData) {
            return Optional.of(cluster.metadata("orders", moved.get() ? 1 : 0));
        }
        moved.set(true);
        var row = new ListOffsetsPartitionResponse();
        return Optional.of(new ListOffsetsResponseData()
                .setTopics(List.of(new ListOffsetsTopicResponse()
                        .setName("orders")
                        .setPartitions(
                                List.of(broker == 1 ? row.setOffset(42) : row.setErrorCode(NOT_LEADER_OR_FOLLOWER))))));
    }

    @Test
    void givenALeaderThatMovesMeanwhile_whenAskedForTheEnd_thenTheNextLeaderTells() {
        try (var open = new ScriptedCluster(2, this::movingLeader);
                var client = open.client(30_000)) {
            assertThat(new LogOffsets(client).at(List.of(PARTITION), LogOffsets.LATEST))
                    .isEqualTo(Map.of(PARTITION, 42L));
        }
    }

    @Test
    void givenAPartitionWithoutALeader_whenAskedForTheEnd_thenThatIsToldAtOnce() {
        try (var open = new ScriptedCluster(
                        1, (cluster, broker, request) -> Optional.of(cluster.metadata("orders", -1)));
                var client = open.client(60_000)) {
            assertThatThrownBy(() -> new LogOffsets(client).at(List.of(PARTITION), LogOffsets.LATEST))
                    .isInstanceOf(ApiErrorException.class)
                    .hasMessage("orders-0 has no leader at present");
        }
    }
}
