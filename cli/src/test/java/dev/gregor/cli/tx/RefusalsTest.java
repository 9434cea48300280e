package dev.gregor.cli.tx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private static final short LEADER_NOT_AVAILABLE = 5;
    private static final short TOPIC_AUTHORIZATION_FAILED = 29;

    @Test
    void givenPartitionsThatCannotBeAsked_whenTold_thenThoseWithTheSameReasonStandTogether() {
        // given
        var refusals = new LinkedHashMap<TopicPartition, Short>();
        for (int i = 0; i < 7; i++) {
            refusals.put(new TopicPartition("orders", i), LEADER_NOT_AVAILABLE);
        }
        refusals.put(new TopicPartition("secret", 0), TOPIC_AUTHORIZATION_FAILED);
        // then
        assertThat(Refusals.text(refusals))
                .isEqualTo(
                        "8 partitions could not be asked: orders:0, orders:1, orders:2, orders:3, orders:4 and 2 more"
                                + " (There is no leader for this topic-partition as we are in the middle of a leadership"
                                + " election); secret:0 (Topic authorization failed)");
    }
}
