package dev.gregor.broker.quorum;

import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.server.log.remote.metadata.storage.serialization.RemoteLogMetadataSerde;

/**
 * The records of {@code __remote_log_metadata} as text, for tools that look into files: Apache Kafka's own words, as its
 * DumpLogSegments prints them.
 */
public final class RemoteLogRecordText {
    private final RemoteLogMetadataSerde serde = new RemoteLogMetadataSerde();

    /** The record as its class prints itself; of one that cannot be read, a sentence that says why. */
    public String of(Record record) {
        try {
            var bytes = new byte[record.value().remaining()];
            record.value().get(bytes);
            return serde.deserialize(bytes).toString();
        } catch (RuntimeException broken) {
            return "Error at offset " + record.offset() + ", skipping. " + broken.getMessage();
        }
    }
}
