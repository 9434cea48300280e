package dev.gregor.broker.storage;

import java.nio.ByteBuffer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.EndTransactionMarker;
import org.apache.kafka.common.record.internal.MemoryRecords;

/** What the end marker of a transaction says (KIP-98). */
final class ControlRecords {
    private ControlRecords() {}

    /** @return the coordinator epoch in a control batch, or {@code otherwise} if it holds no end marker */
    static int coordinatorEpoch(ByteBuffer buffer, int at, int otherwise) {
        var slice = buffer.duplicate();
        int size = BatchFormat.sizeInBytes(buffer, at);
        if (at + size > buffer.limit()) {
            return otherwise;
        }
        slice.position(at).limit(at + size);
        try {
            for (var batch : MemoryRecords.readableRecords(slice.slice()).batches()) {
                if (batch instanceof DefaultRecordBatch control) {
                    for (var record : control) {
                        return EndTransactionMarker.deserialize(record).coordinatorEpoch();
                    }
                }
            }
        } catch (KafkaException | IllegalArgumentException e) {
            return otherwise;
        }
        return otherwise;
    }
}
