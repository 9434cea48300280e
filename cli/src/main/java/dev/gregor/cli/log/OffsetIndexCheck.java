package dev.gregor.cli.log;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.Consumer;

/** An offset index against the log: entries in order, each with the position of a batch and the offset it ends with. */
final class OffsetIndexCheck implements SegmentCheck {
    private final Segment segment;
    private final Path file;
    private final OffsetIndexFile index;
    private final Consumer<Damage> damages;
    private int next;
    private int end;
    /** An entry whose offset is not that of the batch it points to: brokers before 4.0 wrote that of a later one. */
    private int unsettled = -1;

    OffsetIndexCheck(Segment segment, ByteBuffer bytes, Consumer<Damage> damages) {
        this.segment = segment;
        this.file = segment.file(".index");
        this.index = new OffsetIndexFile(file.toFile(), segment.baseOffset(), bytes);
        this.damages = damages;
        if (bytes.limit() % OffsetIndexFile.ENTRY_BYTES != 0) {
            damages.accept(Damage.of(
                    file,
                    bytes.limit() + " bytes are no multiple of an entry's " + OffsetIndexFile.ENTRY_BYTES,
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
            boolean first = i == 0;
            long offsetBefore = first ? segment.baseOffset() - 1 : index.offset(i - 1);
            int positionBefore = first ? -1 : index.position(i - 1);
            if (index.offset(i) <= offsetBefore || index.position(i) <= positionBefore) {
                report(i, "offset " + index.offset(i) + " at position " + index.position(i) + " is out of order");
                return i;
            }
        }
        return index.entries();
    }

    @Override
    public void onBatch(StoredBatch.Complete stored) {
        long last = stored.batch().lastOffset();
        for (; next < end && index.position(next) <= stored.position(); next++) {
            settle();
            if (index.position(next) < stored.position()) {
                report(next, "position " + index.position(next) + " is inside a batch");
            } else if (index.offset(next) != last) {
                unsettled = next;
            }
        }
        if (unsettled >= 0 && index.offset(unsettled) == last) {
            unsettled = -1;
        }
    }

    private void settle() {
        if (unsettled >= 0) {
            report(
                    unsettled,
                    "no batch from position " + index.position(unsettled) + " on ends with offset "
                            + index.offset(unsettled));
            unsettled = -1;
        }
    }

    @Override
    public void onEnd(long readTo, boolean readable) {
        settle();
        if (next < end && (readable || index.position(next) >= segment.logBytes())) {
            report(next, "position " + index.position(next) + " is behind the log's last batch");
        }
    }

    private void report(int entry, String what) {
        damages.accept(Damage.at(
                file,
                (long) entry * OffsetIndexFile.ENTRY_BYTES,
                index.offset(entry),
                what,
                segment.atStart().badIndex(segment.end())));
    }
}
