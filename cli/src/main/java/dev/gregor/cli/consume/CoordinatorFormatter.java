package dev.gregor.cli.consume;

import dev.gregor.broker.group.CoordinatorRecordJson;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.MessageFormatter;

/** A formatter for a topic of Kafka's own: a record's JSON without a line's end after it, as Apache Kafka's formatters print it. */
final class CoordinatorFormatter implements MessageFormatter {
    private final CoordinatorRecordJson reader;

    CoordinatorFormatter(CoordinatorRecordJson reader) {
        this.reader = reader;
    }

    @Override
    public void writeTo(ConsumerRecord<byte[], byte[]> record, PrintStream out) {
        if (record.key() == null) {
            return;
        }
        try {
            var json = reader.of(record.key(), record.value());
            if (json.isPresent()) {
                out.writeBytes(json.get().getBytes(StandardCharsets.UTF_8));
            }
        } catch (RuntimeException broken) {
            throw new IllegalStateException(
                    "Could not read record at offset " + record.offset() + " due to: " + broken.getMessage(), broken);
        }
    }
}
