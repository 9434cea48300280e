package dev.gregor.cli.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.offsets.ListedOffset;
import dev.gregor.cli.offsets.OffsetLookup;
import dev.gregor.cli.offsets.OffsetParser;
import dev.gregor.cli.offsets.OffsetResolver;
import dev.gregor.cli.offsets.OffsetSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class SpansTest {
    private static Span span(int partition, long from, long to) {
        return new Span(new TopicPartition("orders", partition), 0, 100, from, OptionalLong.of(to));
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

    private static List<Span> spansOf(String offsets, OffsetSource log) {
        return Spans.of(
                new OffsetResolver(log),
                OffsetParser.ofSystem().ranges(offsets),
                List.of(new TopicPartition("orders", 0)));
    }

    @Test
    void givenAGroupThatHasCommittedNothing_whenASpanBeginsOrEndsWithIt_thenItHasReadNothing() {
        // given
        var log = new OffsetSource() {
            @Override
            public Map<TopicPartition, ListedOffset> listed(Collection<TopicPartition> partitions, long timestamp) {
                long offset = timestamp == OffsetLookup.EARLIEST ? 10 : 20;
                return Map.of(new TopicPartition("orders", 0), new ListedOffset.Found(offset));
            }

            @Override
            public Map<TopicPartition, Long> committed(String group, Collection<TopicPartition> partitions) {
                return Map.of();
            }
        };
        // then
        assertThat(spansOf(":committed:billing", log).get(0).length()).isZero();
        assertThat(spansOf("committed:billing:end", log).get(0).length()).isEqualTo(10);
        assertThat(spansOf("committed:billing", log).get(0).from()).isEqualTo(10);
        assertThat(spansOf("25", log).get(0).from()).isEqualTo(25);
        assertThat(spansOf("25", log).get(0).bounded().length()).isZero();
    }

    @Test
    void givenManyBrokers_whenFetchesAreSized_thenAllOfThemTogetherFitTheHeap() {
        assertThat(ConsumerSettings.fetchBytes(1)).isEqualTo(12 * 1024 * 1024);
        assertThat(ConsumerSettings.fetchBytes(4)).isEqualTo(12 * 1024 * 1024);
        assertThat(40 * ConsumerSettings.fetchBytes(40)).isLessThanOrEqualTo(48 * 1024 * 1024);
        assertThat(ConsumerSettings.fetchBytes(1_000)).isEqualTo(1024 * 1024);
    }
}
