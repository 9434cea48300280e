package dev.gregor.cli.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as one line of JSON: {@code topic}, {@code partition}, {@code offset}, {@code timestamp}, {@code timestampType}, {@code headers}, {@code
 * key}, {@code value}. Bytes are a string where they are UTF-8; else they are base64, and {@code keyEncoding}, {@code valueEncoding} or a header's
 * {@code encoding} says so. {@link JsonRecords} reads it back, byte for byte. Not thread-safe.
 */
public final class RecordJson {
    static final String BASE64 = "base64";

    private final JsonFactory factory = new JsonFactory();
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();

    /** Adds the record and the line's end. */
    public void add(ConsumerRecord<byte[], byte[]> record, ByteLine line) {
        buffer.reset();
        try (var json = factory.createGenerator(buffer)) {
            json.writeStartObject();
            json.writeStringField("topic", record.topic());
            json.writeNumberField("partition", record.partition());
            json.writeNumberField("offset", record.offset());
            json.writeNumberField("timestamp", record.timestamp());
            json.writeStringField("timestampType", record.timestampType().name);
            json.writeArrayFieldStart("headers");
            for (var header : record.headers()) {
                json.writeStartObject();
                json.writeStringField("key", header.key());
                write(json, "value", "encoding", header.value());
                json.writeEndObject();
            }
            json.writeEndArray();
            write(json, "key", "keyEncoding", record.key());
            write(json, "value", "valueEncoding", record.value());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        line.add(buffer.toByteArray()).add("\n");
    }

    private static void write(JsonGenerator json, String name, String encoding, byte @Nullable [] bytes)
            throws IOException {
        if (bytes == null) {
            json.writeNullField(name);
            return;
        }
        var text = Bytes.text(bytes);
        if (text.isPresent()) {
            json.writeStringField(name, text.get());
        } else {
            json.writeBinaryField(name, bytes);
            json.writeStringField(encoding, BASE64);
        }
    }
}
