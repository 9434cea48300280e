package dev.gregor.broker.quorum;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apache.kafka.common.metadata.MetadataJsonConverters;
import org.apache.kafka.common.metadata.MetadataRecordType;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.metadata.MetadataRecordSerde;

/**
 * The records of {@code __cluster_metadata} and its snapshots as JSON, for tools that look into files; the texts are those of
 * Apache Kafka's DumpLogSegments.
 */
public final class MetadataRecordText {
    private final MetadataRecordSerde serde = new MetadataRecordSerde();

    /** The record's {@code type}, {@code version} and {@code data}; of one that cannot be read, a sentence that says why. */
    public String of(Record record) {
        try {
            var read = serde.read(new ByteBufferAccessor(record.value()), record.valueSize());
            var json = JsonNodeFactory.instance.objectNode();
            json.put("type", MetadataRecordType.fromId(read.message().apiKey()).toString());
            json.put("version", (int) read.version());
            json.set("data", MetadataJsonConverters.writeJson(read.message(), read.version()));
            return json.toString();
        } catch (RuntimeException broken) {
            return "Error at " + record.offset() + ", skipping. " + broken.getMessage();
        }
    }
}
