package dev.gregor.cli.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class MemberReadTest {
    private static final TopicPartition ZERO = new TopicPartition("orders", 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

    private void read(RecordSink sink) {
        consumer.schedulePollTask(() -> {
            consumer.updateBeginningOffsets(Map.of(ZERO, 0L));
            consumer.updateEndOffsets(Map.of(ZERO, 3L));
            consumer.rebalance(List.of(ZERO));
            for (int i = 0; i < 3; i++) {
                consumer.addRecord(new ConsumerRecord<>("orders", 0, i, null, new byte[] {'v'}));
            }
        });
        new MemberRead(consumer, new ReadState(), true).read(Set.of("orders"), Set::of, sink);
    }

    private static RecordSink sink(long wanted, boolean isSeen) {
        return new RecordSink() {
            private long taken;

            @Override
            public boolean accept(ConsumerRecord<byte[], byte[]> record, Span span) {
                return ++taken < wanted;
            }

            @Override
            public boolean flush() {
                return isSeen;
            }
        };
    }

    @Test
    void givenAPipeNobodyReads_whenRead_thenTheGroupStaysWhereItWas() {
        // when
        read(sink(10, false));
        // then
        assertThat(consumer.position(ZERO)).isZero();
    }

    @Test
    void givenEnough_whenRead_thenTheGroupGoesOnWithTheNext() {
        // when
        read(sink(2, true));
        // then
        assertThat(consumer.position(ZERO)).isEqualTo(2);
    }

    @Test
    void givenAllThatIsThere_whenRead_thenItEnds() {
        // when
        read(sink(10, true));
        // then
        assertThat(consumer.position(ZERO)).isEqualTo(3);
    }
}
