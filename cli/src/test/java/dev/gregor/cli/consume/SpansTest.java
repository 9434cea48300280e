package dev.gregor.cli.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class SpansTest {
    private static Span span(int partition, long from, long to) {
        return new Span(new TopicPartition("orders", partition), 0, 100, from, OptionalLong.of(to));
    }

    private static ConsumerRecord<byte[], byte[]> record(int partition, long offset, long timestampMs) {
        return new ConsumerRecord<>(
                "orders",
                partition,
                offset,
                timestampMs,
                TimestampType.CREATE_TIME,
                0,
                0,
                null,
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
    }

    @Test
    void givenSpans_whenNarrowed_thenTheirEndsStay() {
        assertThat(span(0, 10, 50).last(5)).isEqualTo(span(0, 45, 50));
        assertThat(span(0, 10, 50).last(100)).isEqualTo(span(0, 10, 50));
        assertThat(span(0, 10, 500).bounded()).isEqualTo(span(0, 10, 100));
        assertThat(span(0, 10, 50).following().from()).isEqualTo(50);
        assertThat(span(0, 10, 50).following().to()).isEmpty();
        assertThat(span(0, 50, 10).length()).isZero();
    }

    @Test
    void givenSpansOfAllSizes_whenShared_thenEveryReaderHasAboutAsMuch() {
        // when
        var shares = ParallelRead.shares(
                List.of(span(0, 0, 100), span(1, 0, 50), span(2, 0, 40), span(3, 0, 10), span(4, 0, 0)), 2);
        // then
        assertThat(shares)
                .containsExactlyInAnyOrder(
                        List.of(span(0, 0, 100), span(4, 0, 0)),
                        List.of(span(1, 0, 50), span(2, 0, 40), span(3, 0, 10)));
    }

    @Test
    void givenAReadThatWasStopped_whenItTellsTheRest_thenThatGoesOnRightAfter() {
        // given
        var state = new ReadState();
        state.at(new TopicPartition("orders", 0), 50);
        state.at(new TopicPartition("orders", 1), 30);
        // when
        var rest = state.rest(List.of(span(0, 10, 50), span(1, 10, 60), span(2, 5, 7)));
        // then
        assertThat(rest).isEqualTo("1=30:60,2=5:7");
        assertThat(state.done(List.of(span(0, 10, 50), span(1, 10, 60)))).isEqualTo(60);
    }

    @Test
    void givenRecordsOfSeveralPartitions_whenTheLastAreKept_thenTheyAreTheNewestInOrder() {
        // given
        var last = new LastRecords(3);
        last.accept(record(0, 0, 10), span(0, 0, 9));
        last.accept(record(0, 1, 40), span(0, 0, 9));
        last.accept(record(1, 0, 20), span(1, 0, 9));
        last.accept(record(1, 1, 30), span(1, 0, 9));
        var seen = new ArrayList<Long>();
        // when
        last.to(new RecordSink() {
            @Override
            public boolean accept(ConsumerRecord<byte[], byte[]> record, Span span) {
                seen.add(record.timestamp());
                return true;
            }

            @Override
            public boolean flush() {
                return true;
            }
        });
        // then
        assertThat(seen).containsExactly(20L, 30L, 40L);
    }
}
