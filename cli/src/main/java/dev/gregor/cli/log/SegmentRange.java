package dev.gregor.cli.log;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.kafka.common.record.internal.RecordBatch;

/**
 * What the headers of a segment's batches say of it.
 *
 * @param baseOffset   the one in its name
 * @param firstOffset  of its first batch; {@code baseOffset} when it is empty
 * @param endOffset    the one after its last
 * @param firstTimestampMs of its first batch, the greatest in it; -1 when it is empty
 * @param maxTimestampMs the greatest; -1 when it is empty
 * @param damage       where and why its batches cannot be read to the end; in words
 */
record SegmentRange(
        long baseOffset,
        long firstOffset,
        long endOffset,
        long batches,
        long sizeBytes,
        long firstTimestampMs,
        long maxTimestampMs,
        Optional<String> damage) {

    /**
     * Reads a segment up to the first batch that is not sound; empty when it was deleted meanwhile.
     *
     * @param read is told of the bytes as they are read
     */
    static Optional<SegmentRange> read(Path log, long baseOffset, LongConsumer read) throws IOException {
        try (var reader = SegmentReader.open(log)) {
            long first = -1;
            long end = baseOffset;
            long batches = 0;
            long firstTimestamp = RecordBatch.NO_TIMESTAMP;
            long maxTimestamp = RecordBatch.NO_TIMESTAMP;
            var stored = reader.next();
            for (; stored instanceof StoredBatch.Complete readable && readable.isValid(); stored = reader.next()) {
                var batch = readable.batch();
                if (batches++ == 0) {
                    first = readable.baseOffset();
                    firstTimestamp = batch.maxTimestamp();
                }
                end = batch.lastOffset() + 1;
                maxTimestamp = Math.max(maxTimestamp, batch.maxTimestamp());
                read.accept(readable.sizeBytes());
            }
            read.accept(reader.sizeBytes() - stored.position());
            return Optional.of(new SegmentRange(
                    baseOffset,
                    batches == 0 ? baseOffset : first,
                    end,
                    batches,
                    reader.sizeBytes(),
                    firstTimestamp,
                    maxTimestamp,
                    damage(log, stored)));
        } catch (NoSuchFileException deleted) {
            return Optional.empty();
        }
    }

    private static Optional<String> damage(Path log, StoredBatch last) {
        var place = log + ": at " + last.position() + ": ";
        if (last instanceof StoredBatch.Unreadable unreadable) {
            return Optional.of(place + unreadable.what());
        }
        return last instanceof StoredBatch.Complete
                ? Optional.of(place + "the CRC of the batch does not match its bytes")
                : Optional.empty();
    }
}
