package dev.gregor.cli.log;

import java.nio.file.Path;
import org.apache.kafka.common.record.internal.RecordBatch;

/**
 * A segment that is verified.
 *
 * @param end      the base offset of the next segment; {@link Long#MAX_VALUE} for the last one
 * @param logBytes the log's size
 */
record Segment(PartitionFolder folder, long baseOffset, long end, long logBytes, AtStart atStart) {
    Path file(String ending) {
        return folder.file(baseOffset, ending);
    }

    /** Whether the batch's offsets are such as its place allows: from the segment's first on, and below the next segment's. */
    boolean mayHold(RecordBatch batch) {
        long last = batch.lastOffset();
        return last >= baseOffset && last < end && last - baseOffset <= Integer.MAX_VALUE;
    }
}
