package dev.gregor.broker.group;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.coordinator.common.runtime.CoordinatorRecordSerde;
import org.apache.kafka.coordinator.common.runtime.Deserializer.UnknownRecordTypeException;
import org.apache.kafka.coordinator.group.GroupCoordinatorRecordSerde;
import org.apache.kafka.coordinator.group.generated.CoordinatorRecordType;
import org.apache.kafka.coordinator.transaction.TransactionCoordinatorRecordSerde;
import org.jspecify.annotations.Nullable;

/**
 * Records of Kafka's own topics as the formatters of Apache Kafka's console consumer print them: one JSON object with {@code key}
 * and {@code value}, a key's {@code type} and a value's {@code version} as numbers. Each reads some types of records and passes over
 * the others.
 */
public final class CoordinatorRecordJson {
    private interface ValueWriter {
        JsonNode json(ApiMessage value, short version);
    }

    private final CoordinatorRecordSerde serde;
    /** Empty for every type. */
    private final Set<Short> types;

    private final Function<ApiMessage, JsonNode> keys;
    private final ValueWriter values;

    private CoordinatorRecordJson(
            CoordinatorRecordSerde serde, Set<Short> types, Function<ApiMessage, JsonNode> keys, ValueWriter values) {
        this.serde = serde;
        this.types = types;
        this.keys = keys;
        this.values = values;
    }

    /** Committed offsets, in {@code __consumer_offsets}. */
    public static CoordinatorRecordJson ofOffsets() {
        return ofGroups(CoordinatorRecordType.LEGACY_OFFSET_COMMIT, CoordinatorRecordType.OFFSET_COMMIT);
    }

    /** Classic groups, in {@code __consumer_offsets}. */
    public static CoordinatorRecordJson ofGroupMetadata() {
        return ofGroups(CoordinatorRecordType.GROUP_METADATA);
    }

    /** Share groups, in {@code __consumer_offsets}. */
    public static CoordinatorRecordJson ofShareGroups() {
        return ofGroups(
                CoordinatorRecordType.SHARE_GROUP_MEMBER_METADATA,
                CoordinatorRecordType.SHARE_GROUP_METADATA,
                CoordinatorRecordType.SHARE_GROUP_TARGET_ASSIGNMENT_METADATA,
                CoordinatorRecordType.SHARE_GROUP_TARGET_ASSIGNMENT_MEMBER,
                CoordinatorRecordType.SHARE_GROUP_CURRENT_MEMBER_ASSIGNMENT,
                CoordinatorRecordType.SHARE_GROUP_STATE_PARTITION_METADATA);
    }

    private static CoordinatorRecordJson ofGroups(CoordinatorRecordType... types) {
        var ids = new TreeSet<Short>();
        for (var type : types) {
            ids.add(type.id());
        }
        return new CoordinatorRecordJson(
                new GroupCoordinatorRecordSerde(),
                ids,
                org.apache.kafka.coordinator.group.generated.CoordinatorRecordJsonConverters::writeRecordKeyAsJson,
                org.apache.kafka.coordinator.group.generated.CoordinatorRecordJsonConverters::writeRecordValueAsJson);
    }

    /** Transactions, in {@code __transaction_state}. */
    public static CoordinatorRecordJson ofTransactions() {
        return new CoordinatorRecordJson(
                new TransactionCoordinatorRecordSerde(),
                Set.of(),
                org.apache.kafka.coordinator.transaction.generated.CoordinatorRecordJsonConverters
                        ::writeRecordKeyAsJson,
                org.apache.kafka.coordinator.transaction.generated.CoordinatorRecordJsonConverters
                        ::writeRecordValueAsJson);
    }

    /**
     * One record; empty for one of another type.
     *
     * @param value null where the key is deleted
     * @throws RuntimeException when it is broken
     */
    public Optional<String> of(byte[] key, byte @Nullable [] value) {
        try {
            var read = serde.deserialize(ByteBuffer.wrap(key), value == null ? null : ByteBuffer.wrap(value));
            short type = read.key().apiKey();
            if (!types.isEmpty() && !types.contains(type)) {
                return Optional.empty();
            }
            var json = JsonNodeFactory.instance.objectNode();
            json.putObject("key").put("type", type).set("data", keys.apply(read.key()));
            var message = read.value();
            if (message == null) {
                json.putNull("value");
            } else {
                json.putObject("value")
                        .put("version", message.version())
                        .set("data", values.json(message.message(), message.version()));
            }
            return Optional.of(json.toString());
        } catch (UnknownRecordTypeException unknown) {
            return Optional.empty();
        }
    }
}
