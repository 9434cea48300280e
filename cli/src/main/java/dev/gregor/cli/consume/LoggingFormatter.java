package dev.gregor.cli.consume;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.MessageFormatter;
import org.apache.kafka.common.record.TimestampType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Apache Kafka's {@code LoggingMessageFormatter}: the usual format, and each record once more as a line of the log, seen
 * where the log's level is INFO ({@code KAFKA_OPTS=-Dgregor.log=stderr:INFO}).
 */
final class LoggingFormatter implements MessageFormatter {
    private final Logger log = LoggerFactory.getLogger("org.apache.kafka.tools.consumer.LoggingMessageFormatter");
    private final DefaultFormatter usual;

    LoggingFormatter(PrintStream err) {
        this.usual = new DefaultFormatter(err);
    }

    @Override
    public void configure(Map<String, ?> properties) {
        usual.configure(properties);
    }

    @Override
    public void writeTo(ConsumerRecord<byte[], byte[]> record, PrintStream out) {
        usual.writeTo(record, out);
        var timestamp = record.timestampType() == TimestampType.NO_TIMESTAMP_TYPE
                ? ""
                : record.timestampType() + ":" + record.timestamp() + ", ";
        var key = record.key() == null ? "null " : new String(record.key(), StandardCharsets.UTF_8) + ", ";
        var value = record.value() == null ? "null" : new String(record.value(), StandardCharsets.UTF_8);
        log.info("{}key:{}value:{}", timestamp, key, value);
    }
}
