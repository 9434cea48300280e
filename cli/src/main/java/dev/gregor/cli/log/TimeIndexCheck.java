package dev.gregor.cli.log;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A time index against the log: entries in order, each with the offset and the latest timestamp of one batch. */
final class TimeIndexCheck implements SegmentCheck {
    private final Segment segment;
    private final Path file;
    private final TimeIndexFile index;
    private final Consumer<Damage> damages;
    private int next;
    private int end;

    TimeIndexCheck(Segment segment, ByteBuffer bytes, Consumer<Damage> damages) {
        this.segment = segment;
        this.file = segment.file(".timeindex");
        this.index = new TimeIndexFile(file.toFile(), segment.baseOffset(), bytes);
        this.damages = damages;
        if (bytes.limit() % TimeIndexFile.ENTRY_BYTES != 0) {
            damages.accept(Damage.of(
                    file,
                    bytes.limit() + " bytes are no multiple of an entry's " + TimeIndexFile.ENTRY_BYTES,
                    segment.atStart().badIndex(segment.end())));
        }
        end = lengthInOrder();
    }

    /** Up to the zeros of a file that was made larger than its entries, or to the first entry that is out of order. */
    private int lengthInOrder() {
        for (int i = 0; i < index.entries(); i++) {
            if (index.isUnused(i)) {
                return i;
            }
            long offsetBefore = i == 0 ? segment.baseOffset() : index.offset(i - 1);
            long timestampBefore = i == 0 ? Long.MIN_VALUE : index.timestamp(i - 1);
            if (index.offset(i) < offsetBefore || index.timestamp(i) <= timestampBefore) {
                report(i, "timestamp " + index.timestamp(i) + " of offset " + index.offset(i) + " is out of order");
                return i;
            }
        }
        return index.entries();
    }

    @Override
    public void onBatch(StoredBatch.Complete stored) {
        var batch = stored.batch();
        for (; next < end && index.offset(next) <= batch.lastOffset(); next++) {
            if (index.offset(next) < stored.baseOffset()) {
                report(next, "no batch has offset " + index.offset(next));
            } else if (index.offset(next) != batch.lastOffset() && !hasRecord(stored, next)) {
                report(
                        next,
                        "offset " + index.offset(next) + " is inside a batch that ends with " + batch.lastOffset());
            } else if (index.timestamp(next) != batch.maxTimestamp()) {
                report(
                        next,
                        "timestamp " + index.timestamp(next) + " of offset " + index.offset(next)
                                + ", but the latest of its batch is " + batch.maxTimestamp());
            }
        }
    }

    /** Brokers before 0.11 wrote the offset of the record, not of its batch's end. */
    private boolean hasRecord(StoredBatch.Complete stored, int entry) {
        if (!stored.isValid()) {
            return true; // told elsewhere
        }
        try (var records = stored.records()) {
            while (records.hasNext()) {
                var record = records.next();
                if (record.offset() == index.offset(entry)) {
                    return record.timestamp() == index.timestamp(entry);
                }
            }
        } catch (BatchRecords.BrokenException broken) {
            return true; // told elsewhere
        }
        return false;
    }

    @Override
    public void onEnd(long readTo, boolean readable) {
        if (next < end && readable) {
            report(next, "offset " + index.offset(next) + " is behind the log's last batch");
        }
    }

    private void report(int entry, String what) {
        damages.accept(Damage.at(
                file,
                (long) entry * TimeIndexFile.ENTRY_BYTES,
                index.offset(entry),
                what,
                segment.atStart().badIndex(segment.end())));
    }
}
