package dev.gregor.cli.log;

import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;

/** One record with where it was found. */
record DumpedRecord(SegmentSource source, long position, RecordBatch batch, Record record) {
    String topic() {
        return source.topic();
    }

    int partition() {
        return source.partition();
    }
}
