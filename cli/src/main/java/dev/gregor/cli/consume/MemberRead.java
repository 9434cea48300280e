package dev.gregor.cli.consume;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** Reads as a member of a group, from where the group is; the other members' partitions are theirs. Main thread only. */
final class MemberRead implements ConsumerRebalanceListener {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final ReadState state;
    private final boolean stopsAtEnd;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private boolean joined;

    /** @param stopsAtEnd whether to stop where the log of the partitions it was given ended then */
    MemberRead(Consumer<byte[], byte[]> consumer, ReadState state, boolean stopsAtEnd) {
        this.consumer = consumer;
        this.state = state;
        this.stopsAtEnd = stopsAtEnd;
    }

    /** @param more asked again and again for topics that have come to be, which are subscribed to as well */
    void read(Collection<String> topics, Supplier<Set<String>> more, RecordSink sink) {
        var subscribed = new LinkedHashSet<>(topics);
        consumer.subscribe(subscribed, this);
        try {
            while (!state.isStopped() && !(stopsAtEnd && isAtEnd())) {
                var records = consumer.poll(POLL);
                boolean wantsMore = handOver(records, sink);
                if (!sink.flush()) {
                    comeAgain(records.iterator());
                    return;
                }
                if (!wantsMore) {
                    return;
                }
                if (subscribed.addAll(more.get())) {
                    consumer.subscribe(subscribed, this);
                }
            }
        } catch (WakeupException stopped) {
            // As the state says.
        }
    }

    private boolean handOver(ConsumerRecords<byte[], byte[]> records, RecordSink sink) {
        var unprinted = records.iterator();
        while (unprinted.hasNext()) {
            var record = unprinted.next();
            state.examined();
            var partition = new TopicPartition(record.topic(), record.partition());
            long end = ends.getOrDefault(partition, -1L);
            if (!sink.accept(record, new Span(partition, -1, end, record.offset(), OptionalLong.empty()))) {
                comeAgain(unprinted);
                return false;
            }
        }
        return true;
    }

    /** What has not been printed must not be committed. */
    private void comeAgain(Iterator<ConsumerRecord<byte[], byte[]>> unprinted) {
        var positions = new HashMap<TopicPartition, Long>();
        while (unprinted.hasNext()) {
            var record = unprinted.next();
            positions.putIfAbsent(new TopicPartition(record.topic(), record.partition()), record.offset());
        }
        positions.forEach(consumer::seek);
    }

    private boolean isAtEnd() {
        if (!joined) {
            return false;
        }
        for (var entry : ends.entrySet()) {
            if (consumer.position(entry.getKey()) < entry.getValue()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        joined = true;
        ends.putAll(consumer.endOffsets(partitions));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(ends::remove);
    }
}
