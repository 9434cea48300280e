package dev.gregor.cli.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class LastRecordsTest {
    private static final long ENOUGH_BYTES = 1_000_000;
    private static final int VALUE_BYTES = 100;

    private static Span span(int partition) {
        return new Span(new TopicPartition("orders", partition), 0, 100, 0, OptionalLong.of(100));
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
                new byte[VALUE_BYTES],
                new RecordHeaders(),
                Optional.empty());
    }

    private static void give(LastRecords last, int partition, long offset, long timestampMs) {
        last.accept(record(partition, offset, timestampMs), span(partition));
    }

    private static List<String> printed(LastRecords last) {
        var seen = new ArrayList<String>();
        last.to(new RecordSink() {
            @Override
            public boolean accept(ConsumerRecord<byte[], byte[]> record, Span span) {
                seen.add(record.partition() + "/" + record.offset());
                return true;
            }

            @Override
            public boolean flush() {
                return true;
            }
        });
        return seen;
    }

    @Test
    void givenRecordsOfSeveralPartitions_whenTheLastAreKept_thenTheyAreTheNewestInOrder() {
        // given
        var last = new LastRecords(3, ENOUGH_BYTES);
        give(last, 0, 0, 10);
        give(last, 0, 1, 40);
        give(last, 1, 0, 20);
        give(last, 1, 1, 30);
        // then
        assertThat(printed(last)).containsExactly("1/0", "1/1", "0/1");
    }

    @Test
    void givenATimestampBeforeThatOfAnEarlierRecord_whenTheLastAreKept_thenThePartitionsOrderStays() {
        // given
        var last = new LastRecords(3, ENOUGH_BYTES);
        give(last, 0, 1, 40);
        give(last, 0, 2, 10);
        give(last, 1, 1, 30);
        give(last, 1, 2, 41);
        // then
        assertThat(printed(last)).containsExactly("0/1", "0/2", "1/2");
    }

    @Test
    void givenTimestampsInAnyOrder_whenTheLastAreKept_thenEachPartitionsAreItsLast() {
        long seed = System.nanoTime();
        var random = new SplittableRandom(seed);
        for (int round = 0; round < 100; round++) {
            // given
            var last = new LastRecords(200, ENOUGH_BYTES);
            for (long offset = 0; offset < 100; offset++) {
                for (int partition = 0; partition < 4; partition++) {
                    give(last, partition, offset, random.nextLong(1_000));
                }
            }
            // when
            var kept = printed(last);
            // then
            assertThat(kept).as("seed %d", seed).hasSize(200).doesNotHaveDuplicates();
            for (int partition = 0; partition < 4; partition++) {
                var prefix = partition + "/";
                var own =
                        kept.stream().filter(place -> place.startsWith(prefix)).toList();
                for (int i = 0; i < own.size(); i++) {
                    assertThat(own.get(i)).as("seed %d", seed).isEqualTo(prefix + (100 - own.size() + i));
                }
            }
        }
    }

    @Test
    void givenGapsInOnePartition_whenAskedWhetherThatIsAll_thenItsEarlierOffsetsAreWanted() {
        // given
        var last = new LastRecords(4, ENOUGH_BYTES);
        give(last, 0, 98, 80); // the other offsets of its part were marks of transactions
        for (int i = 0; i < 4; i++) {
            give(last, 1, 96 + i, 10 + i);
        }
        // then
        assertThat(last.areSettled(List.of(span(1)))).isTrue();
        assertThat(last.areSettled(List.of(span(0), span(1)))).isFalse();
        // when
        last.clear();
        give(last, 0, 90, 5);
        give(last, 0, 98, 80);
        for (int i = 0; i < 4; i++) {
            give(last, 1, 96 + i, 10 + i);
        }
        // then
        assertThat(last.areSettled(List.of(span(0), span(1)))).isTrue();
    }

    @Test
    void givenMoreThanMayBeHeld_whenKept_thenTheirPlacesAreKnown() {
        // given
        var last = new LastRecords(10, 5 * VALUE_BYTES);
        for (int i = 0; i < 50; i++) {
            give(last, 0, i, 2 * i);
            give(last, 1, i, 2 * i + 1);
        }
        // then
        assertThat(last.holdsRecords()).isFalse();
        assertThat(last.places()).containsExactlyInAnyOrder(span(0).from(45), span(1).from(45));
    }
}
