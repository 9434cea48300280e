package dev.gregor.cli.consume;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A consumer, subscribed or with a partition assigned. */
final class GroupSource implements RecordSource {
    private final Consumer<byte[], byte[]> consumer;

    GroupSource(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    @Override
    public Iterator<ConsumerRecord<byte[], byte[]>> poll(Duration timeout) {
        return consumer.poll(timeout).iterator();
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
