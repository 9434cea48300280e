package dev.gregor.cli.consume;

import java.time.Duration;
import java.util.Iterator;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where a console consumer's records come from: a consumer group's member, or a share group's. */
interface RecordSource {
    /** The next records; none when the time is over. */
    Iterator<ConsumerRecord<byte[], byte[]>> poll(Duration timeout);

    /** The record as formatters of users see it in Apache Kafka's tool: no sizes and no leader epoch. */
    ConsumerRecord<byte[], byte[]> asPrinted(ConsumerRecord<byte[], byte[]> record);

    /** The record has been printed. */
    void printed(ConsumerRecord<byte[], byte[]> record);

    /** The record could not be printed, and the run goes on. */
    void passedOver(ConsumerRecord<byte[], byte[]> record);

    /** Leaves the group; what was fetched and not printed is to come again. */
    void close(Iterator<ConsumerRecord<byte[], byte[]>> unprinted);
}
