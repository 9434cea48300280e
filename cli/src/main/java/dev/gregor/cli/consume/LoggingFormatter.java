package dev.gregor.cli.consume;

import dev.gregor.cli.clients.LogLine;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.MessageFormatter;
import org.apache.kafka.common.record.TimestampType;

/**
 * Apache Kafka's {@code LoggingMessageFormatter}: the usual format, and each record once more as a line of the log. The tools' log
 * is on stderr; Apache Kafka's own configuration hides these lines there unless its level is INFO, and so do we not.
 */
final class LoggingFormatter implements MessageFormatter {
    private final PrintStream err;
    private final DefaultFormatter usual;

    LoggingFormatter(PrintStream err) {
        this.err = err;
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
        LogLine.info(
                err,
                "org.apache.kafka.tools.consumer.LoggingMessageFormatter",
                timestamp + "key:" + key + "value:" + value);
    }
}
