package dev.gregor.cli.produce;

import dev.gregor.cli.record.JsonRecords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records as {@code gregor consume -o json} prints them. The line's topic, partition and headers win over a record's or are added. */
final class JsonInput implements RecordInput {
    private final JsonRecords records;
    private final RecordShape shape;
    private final Consumer<String> topicCheck;

    /**
     * Reads this stream.
     *
     * @param shape      without a topic where each record names its own
     * @param topicCheck told the topic of each record that names its own
     */
    JsonInput(InputStream in, RecordShape shape, Consumer<String> topicCheck) throws IOException {
        this.records = new JsonRecords(in);
        this.shape = shape;
        this.topicCheck = topicCheck;
    }

    @Override
    public Optional<ProducerRecord<byte[], byte[]>> next() throws IOException {
        return records.next().map(this::record);
    }

    private ProducerRecord<byte[], byte[]> record(JsonRecords.Written written) {
        var topic = shape.topic();
        if (topic.isEmpty()) {
            topic = written.topic()
                    .orElseThrow(() -> new IllegalArgumentException("a record without a topic; name one on the line"));
            topicCheck.accept(topic);
        }
        var partition = shape.partition().or(written::partition);
        var timestamp = written.timestampMs();
        var key = written.key();
        var value = written.value();
        var record = new ProducerRecord<>(
                topic,
                partition.isPresent() ? partition.get() : null,
                timestamp.isPresent() ? timestamp.get() : null,
                key == null && shape.key().isPresent() ? shape.key().get().getBytes(StandardCharsets.UTF_8) : key,
                value != null && value.length == 0 && shape.emptyIsNull() ? null : value,
                written.headers());
        shape.headers().forEach(record.headers()::add);
        return record;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
