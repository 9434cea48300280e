package dev.gregor.cli.log;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.apache.kafka.common.record.internal.RecordBatch;

/**
 * What the headers of a segment's batches say of it.
 *
 * @param baseOffset   the one in its name
 * @param firstOffset  of its first batch; {@code baseOffset} when it is empty
 * @param endOffset    the one after its last
 * @param firstTimestampMs of its first batch, the greatest in it; -1 when it is empty
 * @param maxTimestampMs the greatest; -1 when it is empty
 * @param damage       where and why its batches cannot be read to the end
 */
record SegmentRange(
        long baseOffset,
        long firstOffset,
        long endOffset,
        long batches,
        long sizeBytes,
        long firstTimestampMs,
        long maxTimestampMs,
        Optional<StoredBatch.Unreadable> damage) {

    /** Reads a segment; empty when it was deleted meanwhile. */
    static Optional<SegmentRange> read(PartitionFolder folder, long baseOffset) throws IOException {
        try (var reader = SegmentReader.open(folder.file(baseOffset, ".log"))) {
            long first = -1;
            long end = baseOffset;
            long batches = 0;
            long firstTimestamp = RecordBatch.NO_TIMESTAMP;
            long maxTimestamp = RecordBatch.NO_TIMESTAMP;
            var stored = reader.next();
            for (; stored instanceof StoredBatch.Complete readable; stored = reader.next()) {
                var batch = readable.batch();
                if (batches++ == 0) {
                    first = readable.baseOffset();
                    firstTimestamp = batch.maxTimestamp();
                }
                end = batch.lastOffset() + 1;
                maxTimestamp = Math.max(maxTimestamp, batch.maxTimestamp());
            }
            var damage = stored instanceof StoredBatch.Unreadable unreadable
                    ? Optional.of(unreadable)
                    : Optional.<StoredBatch.Unreadable>empty();
            return Optional.of(new SegmentRange(
                    baseOffset,
                    batches == 0 ? baseOffset : first,
                    end,
                    batches,
                    reader.sizeBytes(),
                    firstTimestamp,
                    maxTimestamp,
                    damage));
        } catch (NoSuchFileException deleted) {
            return Optional.empty();
        }
    }
}
