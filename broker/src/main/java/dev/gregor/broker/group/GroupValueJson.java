package dev.gregor.broker.group;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.kafka.clients.consumer.internals.ConsumerProtocol;
import org.apache.kafka.common.message.ConsumerProtocolAssignment;
import org.apache.kafka.common.message.ConsumerProtocolAssignmentJsonConverter;
import org.apache.kafka.common.message.ConsumerProtocolSubscription;
import org.apache.kafka.common.message.ConsumerProtocolSubscriptionJsonConverter;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.coordinator.group.generated.CoordinatorRecordJsonConverters;
import org.apache.kafka.coordinator.group.generated.CoordinatorRecordType;

/** A value of {@code __consumer_offsets} as JSON; what consumers keep in a classic group's members is opened too. */
final class GroupValueJson {
    /** Reads what a client wrote, in the version that stands before it. */
    private interface ClientJson {
        JsonNode of(ByteBufferAccessor bytes, short version);
    }

    private GroupValueJson() {}

    static JsonNode of(ApiMessage value, short version) {
        var json = CoordinatorRecordJsonConverters.writeRecordValueAsJson(value, version);
        if (value.apiKey() == CoordinatorRecordType.GROUP_METADATA.id()
                && json.path("protocolType").asText().equals(ConsumerProtocol.PROTOCOL_TYPE)) {
            for (var member : json.path("members")) {
                open(
                        (ObjectNode) member,
                        "subscription",
                        (bytes, of) -> ConsumerProtocolSubscriptionJsonConverter.write(
                                new ConsumerProtocolSubscription(bytes, of), of));
                open(
                        (ObjectNode) member,
                        "assignment",
                        (bytes, of) -> ConsumerProtocolAssignmentJsonConverter.write(
                                new ConsumerProtocolAssignment(bytes, of), of));
            }
        }
        return json;
    }

    private static void open(ObjectNode member, String field, ClientJson reader) {
        try {
            var bytes =
                    new ByteBufferAccessor(ByteBuffer.wrap(member.path(field).binaryValue()));
            short version = bytes.readShort();
            member.replace(field, reader.of(bytes, version));
        } catch (IOException | RuntimeException unreadable) {
            // Any client may write there what it likes: the bytes stay as they are.
        }
    }
}
