package dev.gregor.cli.consume;

import dev.gregor.cli.clients.LogLine;
import dev.gregor.cli.record.ByteLine;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.MessageFormatter;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * The console consumer's usual format: the columns asked for by {@code print.*}, with separators between them; the same bytes
 * as Apache Kafka's {@code DefaultMessageFormatter}. A record is put together in one buffer and written in one call.
 */
final class DefaultFormatter implements MessageFormatter {
    private final PrintStream err;
    private final ByteLine line = new ByteLine();
    private Columns columns = Columns.of(Map.of());
    private Optional<Deserializer<?>> keyDeserializer = Optional.empty();
    private Optional<Deserializer<?>> valueDeserializer = Optional.empty();
    private Optional<Deserializer<?>> headersDeserializer = Optional.empty();

    DefaultFormatter(PrintStream err) {
        this.err = err;
    }

    @Override
    public void configure(Map<String, ?> properties) {
        columns = Columns.of(properties);
        keyDeserializer = deserializer(properties, "key.deserializer", true);
        valueDeserializer = deserializer(properties, "value.deserializer", false);
        headersDeserializer = deserializer(properties, "headers.deserializer", false);
    }

    @Override
    public void writeTo(ConsumerRecord<byte[], byte[]> record, PrintStream out) {
        line.clear();
        int left = columns.count();
        if (columns.timestamp()) {
            if (record.timestampType() == TimestampType.NO_TIMESTAMP_TYPE) {
                line.add("NO_TIMESTAMP");
            } else {
                line.add(record.timestampType().toString()).add(":").add(record.timestamp());
            }
            separate(--left);
        }
        if (columns.partition()) {
            line.add("Partition:").add(record.partition());
            separate(--left);
        }
        if (columns.offset()) {
            line.add("Offset:").add(record.offset());
            separate(--left);
        }
        if (columns.delivery()) {
            line.add("Delivery:").add(numberOr(record.deliveryCount()));
            separate(--left);
        }
        if (columns.epoch()) {
            line.add("Epoch:").add(numberOr(record.leaderEpoch()));
            separate(--left);
        }
        if (columns.headers()) {
            addHeaders(record);
            separate(--left);
        }
        if (columns.key()) {
            line.add(text(record, keyDeserializer, record.key()));
            separate(--left);
        }
        if (columns.value()) {
            line.add(text(record, valueDeserializer, record.value()));
            line.add(columns.lineSeparator());
        }
        line.writeTo(out);
    }

    private void separate(int columnsLeft) {
        line.add(columnsLeft > 0 ? columns.keySeparator() : columns.lineSeparator());
    }

    private static String numberOr(Optional<? extends Number> number) {
        return number.isPresent() ? number.get().toString() : "NOT_PRESENT";
    }

    private void addHeaders(ConsumerRecord<byte[], byte[]> record) {
        boolean first = true;
        for (var header : record.headers()) {
            if (!first) {
                line.add(columns.headersSeparator());
            }
            first = false;
            line.add(header.key()).add(":").add(text(record, headersDeserializer, header.value()));
        }
        if (first) {
            line.add("NO_HEADERS");
        }
    }

    /** The null literal goes through the deserializer too, as in Apache Kafka. */
    private byte[] text(
            ConsumerRecord<byte[], byte[]> record, Optional<Deserializer<?>> deserializer, byte @Nullable [] bytes) {
        var given = bytes == null ? columns.nullLiteral() : bytes;
        return deserializer.isEmpty()
                ? given
                : deserializer
                        .get()
                        .deserialize(record.topic(), record.headers(), given)
                        .toString()
                        .getBytes(StandardCharsets.UTF_8);
    }

    private Optional<Deserializer<?>> deserializer(Map<String, ?> properties, String name, boolean isKey) {
        var className = properties.get(name);
        if (className == null) {
            return Optional.empty();
        }
        try {
            Deserializer<?> deserializer = Class.forName(className.toString())
                    .asSubclass(Deserializer.class)
                    .getDeclaredConstructor()
                    .newInstance();
            var prefix = name + ".";
            var own = new HashMap<String, Object>();
            properties.forEach((key, value) -> {
                if (key.startsWith(prefix) && key.length() > prefix.length()) {
                    own.put(key.substring(prefix.length()), value);
                }
            });
            deserializer.configure(own, isKey);
            return Optional.of(deserializer);
        } catch (ReflectiveOperationException
                | RuntimeException e) { // also what a deserializer says to its configuration
            LogLine.error(
                    err,
                    "org.apache.kafka.tools.consumer.DefaultMessageFormatter",
                    "Unable to instantiate a deserializer from " + className,
                    e);
            return Optional.empty();
        }
    }
}
