package dev.gregor.cli.log;

import java.util.Optional;
import org.apache.kafka.common.record.internal.Record;

/** What a record's key and value are printed as. */
@FunctionalInterface
interface RecordText {
    /** The two texts; empty where the record has none. */
    record Text(Optional<String> key, Optional<String> value) {}

    /** Reads one record; its buffers may be consumed. */
    Text of(Record record);
}
