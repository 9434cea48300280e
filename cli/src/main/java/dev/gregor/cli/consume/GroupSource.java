package dev.gregor.cli.consume;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** A consumer, subscribed or with partitions assigned. */
final class GroupSource implements RecordSource {
    private final Consumer<byte[], byte[]> consumer;
    private final Function<Duration, ConsumerRecords<byte[], byte[]>> poll;

    GroupSource(Consumer<byte[], byte[]> consumer, Function<Duration, ConsumerRecords<byte[], byte[]>> poll) {
        this.consumer = consumer;
        this.poll = poll;
    }

    @Override
    public Iterator<ConsumerRecord<byte[], byte[]>> poll(Duration timeout) {
        return poll.apply(timeout).iterator();
    }

    @Override
    public ConsumerRecord<byte[], byte[]> asPrinted(ConsumerRecord<byte[], byte[]> record) {
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                0,
                0,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty());
    }

    @Override
    public void printed(ConsumerRecord<byte[], byte[]> record) {
        // Its offset is committed with the next poll, if at all.
    }

    @Override
    public void passedOver(ConsumerRecord<byte[], byte[]> record) {
        // Counts as consumed.
    }

    @Override
    public void close(Iterator<ConsumerRecord<byte[], byte[]>> unprinted) {
        try (consumer) {
            var positions = new HashMap<TopicPartition, Long>();
            while (unprinted.hasNext()) {
                var record = unprinted.next();
                positions.putIfAbsent(new TopicPartition(record.topic(), record.partition()), record.offset());
            }
            positions.forEach(consumer::seek);
        }
    }
}
