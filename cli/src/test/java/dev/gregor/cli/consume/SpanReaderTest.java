package dev.gregor.cli.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.protocol.ClusterUnreachableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class SpanReaderTest {
    private static final TopicPartition ZERO = new TopicPartition("orders", 0);
    private static final TopicPartition ONE = new TopicPartition("orders", 1);
    private static final int TIMEOUT_MS = 50;

    private final Scripted consumer = new Scripted();
    private final ReadState state = new ReadState();
    private final Sink sink = new Sink();

    /** Hands out what a test has put into it, a poll each; stops the read when there is no more. */
    private final class Scripted extends MockConsumer<byte[], byte[]> {
        private final ArrayDeque<Runnable> polls = new ArrayDeque<>();
        private final List<ConsumerRecord<byte[], byte[]>> coming = new ArrayList<>();
        private boolean isLost;

        Scripted() {
            super("earliest");
        }

        void comes(TopicPartition partition, long... offsets) {
            polls.add(() -> {
                for (long offset : offsets) {
                    coming.add(new ConsumerRecord<>(
                            partition.topic(), partition.partition(), offset, null, new byte[] {(byte) offset}));
                }
            });
        }

        @Override
        public synchronized void assign(Collection<TopicPartition> partitions) {
            super.assign(partitions);
        }

        @Override
        public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            if (polls.isEmpty()) {
                if (!isLost) {
                    state.enough();
                }
                return ConsumerRecords.empty();
            }
            polls.remove().run();
            if (coming.isEmpty()) {
                return ConsumerRecords.empty();
            }
            var partition =
                    new TopicPartition(coming.get(0).topic(), coming.get(0).partition());
            var records = List.copyOf(coming);
            coming.clear();
            seek(partition, records.get(records.size() - 1).offset() + 1);
            return new ConsumerRecords<>(Map.of(partition, records), Map.of());
        }

        @Override
        public synchronized long position(TopicPartition partition, Duration timeout) {
            if (isLost) {
                throw new TimeoutException("nobody knows");
            }
            return super.position(partition, timeout);
        }
    }

    /** Keeps what it is given, and what of it had been flushed when. */
    private static final class Sink implements RecordSink {
        private final List<String> taken = new ArrayList<>();
        private final List<Integer> flushedAt = new ArrayList<>();
        private int wanted = Integer.MAX_VALUE;
        private Runnable onRecord = () -> {};

        @Override
        public boolean accept(ConsumerRecord<byte[], byte[]> record, Span span) {
            taken.add(record.partition() + "/" + record.offset());
            onRecord.run();
            return taken.size() < wanted;
        }

        @Override
        public boolean flush() {
            flushedAt.add(taken.size());
            return true;
        }
    }

    private static Span span(TopicPartition partition, long from, OptionalLong to) {
        return new Span(partition, 0, 5, from, to);
    }

    private void read(Span... spans) {
        new SpanReader(consumer, state, TIMEOUT_MS).read(List.of(spans), List::of, sink);
    }

    @Test
    void givenRecordsThatComeOneByOne_whenFollowed_thenEachIsSeenBeforeTheNextIsWaitedFor() {
        // given
        consumer.comes(ZERO, 0);
        consumer.comes(ZERO, 1);
        consumer.comes(ZERO, 2);
        // when
        read(span(ZERO, 0, OptionalLong.empty()));
        // then
        assertThat(sink.flushedAt).startsWith(1, 2, 3);
    }

    @Test
    void givenAStopWhileRecordsArePrinted_whenRead_thenTheRestBeginsRightAfterThoseSeen() {
        // given
        consumer.comes(ZERO, 0, 1);
        consumer.comes(ZERO, 2, 3, 4);
        sink.onRecord = () -> {
            if (sink.taken.size() == 4) {
                state.enough();
            }
        };
        // when
        read(span(ZERO, 0, OptionalLong.empty()));
        // then
        assertThat(sink.taken).containsExactly("0/0", "0/1", "0/2", "0/3");
        assertThat(state.rest(List.of(span(ZERO, 0, OptionalLong.empty())))).isEqualTo("0=4:");
    }

    @Test
    void givenEnoughWithinAPoll_whenRead_thenTheRestBeginsRightAfterTheLastOne() {
        // given
        consumer.comes(ZERO, 0, 1, 2, 3);
        sink.wanted = 2;
        // when
        read(span(ZERO, 0, OptionalLong.empty()));
        // then
        assertThat(sink.taken).containsExactly("0/0", "0/1");
        assertThat(state.rest(List.of(span(ZERO, 0, OptionalLong.empty())))).isEqualTo("0=2:");
    }

    @Test
    void givenABeginningBeyondTheEnd_whenFollowed_thenItIsWaitedFor() {
        // given
        consumer.comes(ZERO, 5, 6, 7, 8);
        var beyond = span(ZERO, 7, OptionalLong.empty());
        // when
        read(beyond);
        // then
        assertThat(sink.taken).containsExactly("0/7", "0/8");
        assertThat(beyond.seekTo()).isEqualTo(5);
    }

    @Test
    void givenAPartitionThatComesLater_whenFollowed_thenItIsReadFromItsStart() {
        // given
        consumer.comes(ZERO, 5);
        consumer.comes(ONE, 0);
        var later = new ArrayDeque<List<Span>>();
        later.add(List.of(new Span(ONE, 0, 0, 0, OptionalLong.empty())));
        // when
        new SpanReader(consumer, state, TIMEOUT_MS)
                .read(
                        List.of(span(ZERO, 5, OptionalLong.empty())),
                        () -> later.isEmpty() ? List.of() : later.remove(),
                        sink);
        // then
        assertThat(sink.taken).containsExactly("0/5", "1/0");
        assertThat(consumer.assignment()).containsExactlyInAnyOrder(ZERO, ONE);
        assertThat(consumer.position(ZERO)).isEqualTo(6);
    }

    @Test
    void givenNobodyWhoKnowsThePosition_whenTheLogsEndHasBeenReached_thenItIsWaitedFor() {
        // given
        consumer.comes(ZERO, 4);
        consumer.polls.add(() -> consumer.isLost = true);
        for (int i = 0; i < 10; i++) {
            consumer.polls.add(() -> {});
        }
        consumer.polls.add(state::enough);
        // when
        read(span(ZERO, 4, OptionalLong.empty()));
        // then
        assertThat(sink.taken).containsExactly("0/4");
    }

    @Test
    void givenRecordsThatAreThereAndDoNotCome_whenRead_thenThatIsToldInTime() {
        // given
        consumer.isLost = true;
        // then
        assertThatThrownBy(() -> read(span(ZERO, 2, OptionalLong.of(5))))
                .isInstanceOf(ClusterUnreachableException.class)
                .hasMessage("no record came for 50 ms; missing: orders-0 from 2");
    }
}
