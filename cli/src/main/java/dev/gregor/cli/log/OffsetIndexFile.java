package dev.gregor.cli.log;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** An {@code .index} as it was when it was read: offsets with the positions of their batches, eight bytes each. */
final class OffsetIndexFile {
    static final int ENTRY_BYTES = 8;

    /** How much of an index's end Apache Kafka searches first. */
    private static final int WARM_BYTES = 8192;

    private final File file;
    private final long baseOffset;
    private final ByteBuffer bytes;

    OffsetIndexFile(File file, long baseOffset, ByteBuffer bytes) {
        this.file = file;
        this.baseOffset = baseOffset;
        this.bytes = bytes;
    }

    static OffsetIndexFile read(File file, long baseOffset) throws IOException {
        return new OffsetIndexFile(file, baseOffset, SegmentFiles.bytes(file));
    }

    long baseOffset() {
        return baseOffset;
    }

    int entries() {
        return bytes.limit() / ENTRY_BYTES;
    }

    /** The last offset of the batch that an entry points to. */
    long offset(int entry) {
        return baseOffset + bytes.getInt(entry * ENTRY_BYTES);
    }

    /** Where that batch begins in the log. */
    int position(int entry) {
        return bytes.getInt(entry * ENTRY_BYTES + Integer.BYTES);
    }

    /** Whether an entry, and so all behind it, was never written: its bytes are zeros. */
    boolean isUnused(int entry) {
        return offset(entry) == baseOffset && position(entry) == 0;
    }

    /** The check a broker makes at its start; what is wrong with it, in Kafka's words. */
    Optional<String> insanity() {
        int entries = entries();
        long lastOffset = entries == 0 ? baseOffset : offset(entries - 1);
        if (lastOffset < baseOffset) {
            return Optional.of("Corrupt index found, index file " + file.getAbsolutePath()
                    + " has non-zero size but the last offset is " + lastOffset
                    + " which is less than the base offset " + baseOffset);
        }
        if (bytes.limit() % ENTRY_BYTES != 0) {
            return Optional.of("Index file " + file.getAbsolutePath() + " is corrupt, found " + bytes.limit()
                    + " bytes which is neither positive nor a multiple of " + ENTRY_BYTES);
        }
        return Optional.empty();
    }

    /** Where to begin to look for an offset: the position of the greatest entry at or before it, else 0. */
    int lookup(long offset) {
        // The same entry as Apache Kafka's search finds, also in an index that is not in order: first among the last
        // eight kilobytes' entries, then among those before.
        int last = entries() - 1;
        if (last < 0) {
            return 0;
        }
        int firstWarm = Math.max(0, last - WARM_BYTES / ENTRY_BYTES);
        if (offset(firstWarm) < offset) {
            return position(search(offset, firstWarm, last));
        }
        return offset(0) > offset ? 0 : position(search(offset, 0, firstWarm));
    }

    private int search(long offset, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            long found = offset(middle);
            if (found == offset) {
                return middle;
            }
            if (found > offset) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return low;
    }
}
