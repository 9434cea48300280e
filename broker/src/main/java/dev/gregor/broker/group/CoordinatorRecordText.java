package dev.gregor.broker.group;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.coordinator.common.runtime.CoordinatorRecordSerde;
import org.apache.kafka.coordinator.common.runtime.Deserializer.UnknownRecordTypeException;
import org.apache.kafka.coordinator.group.GroupCoordinatorRecordSerde;
import org.apache.kafka.coordinator.share.ShareCoordinatorRecordSerde;
import org.apache.kafka.coordinator.transaction.TransactionCoordinatorRecordSerde;
import org.apache.kafka.server.common.ApiMessageAndVersion;

/**
 * The records of {@code __consumer_offsets}, {@code __transaction_state} and {@code __share_group_state} as JSON, for tools
 * that look into files; the texts are those of Apache Kafka's DumpLogSegments. Not thread-safe.
 */
public final class CoordinatorRecordText {
    /** What a coordinator's topic holds in place of a value when the key is deleted. */
    private static final String DELETED = "<DELETE>";

    /**
     * One record.
     *
     * @param key   JSON with {@code type} and {@code data}, or a sentence that says why it cannot be read
     * @param value JSON with {@code version} and {@code data}, or {@code <DELETE>}; empty when the key cannot be read
     */
    public record Text(String key, Optional<String> value) {}

    private interface JsonWriter {
        JsonNode key(ApiMessage key);

        JsonNode value(ApiMessage value, short version);
    }

    private final CoordinatorRecordSerde serde;
    private final JsonWriter json;

    private CoordinatorRecordText(CoordinatorRecordSerde serde, JsonWriter json) {
        this.serde = serde;
        this.json = json;
    }

    /** For {@code __consumer_offsets}. */
    public static CoordinatorRecordText ofGroups() {
        return new CoordinatorRecordText(new GroupCoordinatorRecordSerde(), new JsonWriter() {
            @Override
            public JsonNode key(ApiMessage key) {
                return org.apache.kafka.coordinator.group.generated.CoordinatorRecordJsonConverters
                        .writeRecordKeyAsJson(key);
            }

            @Override
            public JsonNode value(ApiMessage value, short version) {
                return GroupValueJson.of(value, version);
            }
        });
    }

    /** For {@code __transaction_state}. */
    public static CoordinatorRecordText ofTransactions() {
        return new CoordinatorRecordText(new TransactionCoordinatorRecordSerde(), new JsonWriter() {
            @Override
            public JsonNode key(ApiMessage key) {
                return org.apache.kafka.coordinator.transaction.generated.CoordinatorRecordJsonConverters
                        .writeRecordKeyAsJson(key);
            }

            @Override
            public JsonNode value(ApiMessage value, short version) {
                return org.apache.kafka.coordinator.transaction.generated.CoordinatorRecordJsonConverters
                        .writeRecordValueAsJson(value, version);
            }
        });
    }

    /** For {@code __share_group_state}. */
    public static CoordinatorRecordText ofShareGroups() {
        return new CoordinatorRecordText(new ShareCoordinatorRecordSerde(), new JsonWriter() {
            @Override
            public JsonNode key(ApiMessage key) {
                return org.apache.kafka.coordinator.share.generated.CoordinatorRecordJsonConverters
                        .writeRecordKeyAsJson(key);
            }

            @Override
            public JsonNode value(ApiMessage value, short version) {
                return org.apache.kafka.coordinator.share.generated.CoordinatorRecordJsonConverters
                        .writeRecordValueAsJson(value, version);
            }
        });
    }

    /**
     * Reads one record; one of a type that is not known, or that is broken, gives a sentence.
     *
     * @throws RuntimeException when it has no key: then this is not a coordinator's topic
     */
    public Text of(Record record) {
        if (!record.hasKey()) {
            throw new RuntimeException("Failed to decode message at offset " + record.offset()
                    + " using the specified decoder (message had a missing key)");
        }
        try {
            var read = serde.deserialize(record.key(), record.value());
            var key = JsonNodeFactory.instance.objectNode();
            key.put("type", String.valueOf(read.key().apiKey()));
            key.set("data", json.key(read.key()));
            return new Text(key.toString(), Optional.of(read.value() == null ? DELETED : value(read.value())));
        } catch (UnknownRecordTypeException unknown) {
            return skipped(
                    "Unknown record type " + unknown.unknownType() + " at offset " + record.offset() + ", skipping.");
        } catch (RuntimeException broken) {
            return skipped("Error at offset " + record.offset() + ", skipping. " + broken.getMessage());
        }
    }

    private String value(ApiMessageAndVersion read) {
        var value = JsonNodeFactory.instance.objectNode();
        value.put("version", String.valueOf(read.version()));
        value.set("data", json.value(read.message(), read.version()));
        return value.toString();
    }

    private static Text skipped(String why) {
        return new Text(why, Optional.empty());
    }
}
