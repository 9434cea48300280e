package dev.gregor.broker.storage;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * {@code .index}: for some batches, the last offset (relative to the segment's base offset, 4 bytes) and where the batch begins
 * in the file (4 bytes). Offsets and positions rise.
 */
final class OffsetIndex {
    static final int ENTRY_SIZE = 8;

    private final IndexFile file;
    private final long baseOffset;

    OffsetIndex(IndexFile file, long baseOffset) {
        this.file = file;
        this.baseOffset = baseOffset;
    }

    IndexFile file() {
        return file;
    }

    void append(long lastOffset, int position, int maxBytes) throws IOException {
        var buffer = file.toWrite(maxBytes);
        int at = file.entries() * ENTRY_SIZE;
        buffer.putInt(at, (int) (lastOffset - baseOffset));
        buffer.putInt(at + 4, position);
        file.onEntryPut();
    }

    /** @return position of a batch at or before the one that holds {@code offset}, 0 if no entry is that low */
    int floorPosition(long offset) {
        var buffer = file.buffer();
        if (buffer == null) {
            return 0;
        }
        int found = floor(buffer, entriesIn(buffer), 0, offset - baseOffset);
        return found < 0 ? 0 : buffer.getInt(found * ENTRY_SIZE + 4);
    }

    /** @return the largest position in the index that is at most {@code position}, 0 if there is none */
    int batchStartBefore(int position) {
        var buffer = file.buffer();
        if (buffer == null) {
            return 0;
        }
        int found = floor(buffer, entriesIn(buffer), 4, position);
        return found < 0 ? 0 : buffer.getInt(found * ENTRY_SIZE + 4);
    }

    /** Drops the entries at or after {@code offset}. */
    void truncateTo(long offset) {
        var buffer = file.buffer();
        if (buffer == null) {
            return;
        }
        int found = floor(buffer, entriesIn(buffer), 0, offset - baseOffset - 1);
        file.truncateTo(found + 1);
    }

    /** Whether the entries can be an index of a segment of {@code size} bytes: looks at the first and the last only. */
    boolean isPlausible(int size) {
        var buffer = file.buffer();
        int entries = file.entries();
        if (buffer == null || entries == 0) {
            return true;
        }
        int last = (entries - 1) * ENTRY_SIZE;
        return buffer.getInt(0) >= 0
                && buffer.getInt(4) >= 0
                && buffer.getInt(last + 4) < size
                && (entries == 1
                        || (buffer.getInt(last) > buffer.getInt(0) && buffer.getInt(last + 4) > buffer.getInt(4)));
    }

    private int entriesIn(ByteBuffer buffer) {
        return Math.min(file.entries(), buffer.capacity() / ENTRY_SIZE);
    }

    private static int floor(ByteBuffer buffer, int entries, int field, long target) {
        int low = 0;
        int high = entries - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (buffer.getInt(middle * ENTRY_SIZE + field) <= target) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
