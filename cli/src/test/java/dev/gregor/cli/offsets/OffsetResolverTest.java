package dev.gregor.cli.offsets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OffsetResolverTest {
    private static final TopicPartition ZERO = new TopicPartition("orders", 0);
    private static final TopicPartition ONE = new TopicPartition("orders", 1);
    private static final TopicPartition UNKNOWN = new TopicPartition("nowhere", 0);

    /** Two partitions of offsets 100 to 200, one record a millisecond from 1,000 on. */
    private static final class Log implements OffsetSource {
        @Override
        public Map<TopicPartition, ListedOffset> listed(Collection<TopicPartition> partitions, long timestamp) {
            var answers = new HashMap<TopicPartition, ListedOffset>();
            for (var partition : partitions) {
                answers.put(
                        partition,
                        partition.equals(UNKNOWN)
                                ? new ListedOffset.Refused((short) 3, "unknown")
                                : new ListedOffset.Found(at(timestamp)));
            }
            return answers;
        }

        private static long at(long timestamp) {
            if (timestamp == OffsetLookup.EARLIEST) {
                return 100;
            }
            return timestamp == OffsetLookup.LATEST ? 200 : timestamp >= 1_100 ? -1 : Math.max(100, timestamp - 900);
        }

        @Override
        public Map<TopicPartition, Long> committed(String group, Collection<TopicPartition> partitions) {
            return group.equals("billing") ? Map.of(ZERO, 150L) : Map.of();
        }
    }

    private static Map<TopicPartition, Resolution> resolve(String text, TopicPartition... partitions) {
        var offsets = new OffsetParser(Instant.ofEpochMilli(2_000), ZoneOffset.UTC).ranges(text);
        return new OffsetResolver(new Log()).resolve(offsets, List.of(partitions));
    }

    private static Resolution range(long from, long to) {
        return new Resolution.Range(100, 200, from, OptionalLong.of(to));
    }

    private static Resolution from(long from) {
        return new Resolution.Range(100, 200, from, OptionalLong.empty());
    }

    @Test
    void givenPlaces_whenResolved_thenTheyAreOffsets() {
        assertThat(resolve("start", ZERO)).containsExactly(Map.entry(ZERO, from(100)));
        assertThat(resolve("end", ZERO)).containsExactly(Map.entry(ZERO, from(200)));
        assertThat(resolve("+10:-10", ZERO)).containsExactly(Map.entry(ZERO, range(110, 190)));
        assertThat(resolve("-1000:+1000", ZERO)).containsExactly(Map.entry(ZERO, range(100, 200)));
        assertThat(resolve("@1050:@1099", ZERO)).containsExactly(Map.entry(ZERO, range(150, 199)));
        assertThat(resolve("@now", ZERO)).containsExactly(Map.entry(ZERO, from(200)));
        assertThat(resolve("committed:billing:end", ZERO)).containsExactly(Map.entry(ZERO, range(150, 200)));
    }

    @Test
    void givenANumberOutsideThePartition_whenResolved_thenItStaysUntilClamped() {
        // when
        var resolution =
                (Resolution.Range) Objects.requireNonNull(resolve("5:500", ZERO).get(ZERO));
        // then
        assertThat(resolution).isEqualTo(range(5, 500));
        assertThat(resolution.clamped()).isEqualTo(range(100, 200));
    }

    @Test
    void givenWhatOnePartitionCannotAnswer_whenResolved_thenTheOthersAreResolved() {
        assertThat(resolve("committed:billing", ZERO, ONE))
                .containsExactly(
                        Map.entry(ZERO, from(150)), Map.entry(ONE, new Resolution.NotCommitted(100, 200, "billing")));
        assertThat(resolve("end", UNKNOWN, ONE))
                .containsExactly(
                        Map.entry(UNKNOWN, new Resolution.Refused((short) 3, "unknown")), Map.entry(ONE, from(200)));
    }

    @Test
    void givenEntriesForPartitions_whenResolved_thenTheOthersAreLeftOut() {
        assertThat(resolve("1=150", ZERO, ONE)).containsExactly(Map.entry(ONE, from(150)));
    }
}
