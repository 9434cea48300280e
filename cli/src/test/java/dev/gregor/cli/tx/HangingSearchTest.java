package dev.gregor.cli.tx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class HangingSearchTest {
    private static final TopicPartition ORDERS_0 = new TopicPartition("orders", 0);
    private static final TopicPartition ORDERS_1 = new TopicPartition("orders", 1);

    @Test
    void givenAnOpenTransactionNobodyKnows_whenSearched_thenItHangs() {
        var open = open(ORDERS_0, 7);
        // when
        var hanging = HangingSearch.hanging(Map.of(7L, List.of(open)), Map.of());
        // then
        assertThat(hanging).containsExactly(open);
    }

    @Test
    void givenAnOngoingTransaction_whenSearched_thenOnlyPartitionsItDoesNotNameHang() {
        var known = open(ORDERS_0, 7);
        var forgotten = open(ORDERS_1, 7);
        // when
        var hanging = HangingSearch.hanging(Map.of(7L, List.of(known, forgotten)), Map.of(7L, ongoing(7, ORDERS_0)));
        // then
        assertThat(hanging).containsExactly(forgotten);
    }

    private static HangingSearch.Open open(TopicPartition partition, long producerId) {
        return new HangingSearch.Open(partition, new ActiveProducer(producerId, 0, -1, 3, 1_000, OptionalLong.of(42)));
    }

    private static Transaction ongoing(long producerId, TopicPartition... partitions) {
        return new Transaction(1, "tx", producerId, 0, "Ongoing", 60_000, OptionalLong.of(500), List.of(partitions));
    }
}
