package dev.gregor.cli.consume;

import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ShareConsumer;

/** A share group's member (KIP-932) that acknowledges each record by itself. */
final class ShareSource implements RecordSource {
    private final ShareConsumer<byte[], byte[]> consumer;
    private final AcknowledgeType acknowledgement;

    ShareSource(ShareConsumer<byte[], byte[]> consumer, AcknowledgeType acknowledgement) {
        this.consumer = consumer;
        this.acknowledgement = acknowledgement;
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
                Optional.empty(),
                record.deliveryCount());
    }

    @Override
    public void printed(ConsumerRecord<byte[], byte[]> record) {
        consumer.acknowledge(record, acknowledgement);
    }

    @Override
    public void passedOver(ConsumerRecord<byte[], byte[]> record) {
        consumer.acknowledge(record, AcknowledgeType.REJECT);
    }

    /** What has not been acknowledged comes again, to this member or another. */
    @Override
    public void close(Iterator<ConsumerRecord<byte[], byte[]>> unprinted) {
        consumer.close();
    }
}
