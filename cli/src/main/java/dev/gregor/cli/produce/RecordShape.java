package dev.gregor.cli.produce;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * What all records of a run have in common.
 *
 * @param partition the producer's choice where empty
 * @param key       for records without one of their own
 * @param emptyIsNull whether an empty value is sent as null, a tombstone
 */
record RecordShape(
        String topic, Optional<Integer> partition, Optional<String> key, List<Header> headers, boolean emptyIsNull) {
    RecordShape {
        headers = List.copyOf(headers);
    }

    /** A record of this shape. */
    ProducerRecord<byte[], byte[]> of(byte @Nullable [] ownKey, byte[] value) {
        byte @Nullable [] sentKey = ownKey;
        if (ownKey == null && key.isPresent()) {
            sentKey = key.get().getBytes(StandardCharsets.UTF_8);
        }
        byte @Nullable [] sentValue = emptyIsNull && value.length == 0 ? null : value;
        return new ProducerRecord<>(topic, partition.isPresent() ? partition.get() : null, sentKey, sentValue, headers);
    }
}
