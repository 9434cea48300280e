package dev.gregor.broker.storage;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * {@code .timeindex}: the largest timestamp so far (8 bytes) and the last offset of the batch that had it (relative, 4 bytes).
 * Both rise. A rolled or closed segment's last entry is its largest timestamp.
 */
final class TimeIndex {
    static final int ENTRY_SIZE = 12;

    private final IndexFile file;
    private final long baseOffset;

    TimeIndex(IndexFile file, long baseOffset) {
        this.file = file;
        this.baseOffset = baseOffset;
    }

    IndexFile file() {
        return file;
    }

    /** Adds an entry if the timestamp is larger than the last one. */
    void maybeAppend(long timestamp, long offset, int maxBytes) throws IOException {
        if (timestamp <= lastTimestamp()) {
            return;
        }
        var buffer = file.toWrite(maxBytes);
        int at = file.entries() * ENTRY_SIZE;
        buffer.putLong(at, timestamp);
        buffer.putInt(at + 8, (int) (offset - baseOffset));
        file.onEntryPut();
    }

    long lastTimestamp() {
        var buffer = file.buffer();
        int entries = buffer == null ? 0 : entriesIn(buffer);
        return buffer == null || entries == 0 ? BatchFormat.NO_TIMESTAMP : buffer.getLong((entries - 1) * ENTRY_SIZE);
    }

    long lastOffset() {
        var buffer = file.buffer();
        int entries = buffer == null ? 0 : entriesIn(buffer);
        return buffer == null || entries == 0 ? baseOffset : baseOffset + buffer.getInt((entries - 1) * ENTRY_SIZE + 8);
    }

    /** @return an offset at or before the first batch with a timestamp of at least {@code timestamp} */
    long floorOffset(long timestamp) {
        var buffer = file.buffer();
        if (buffer == null) {
            return baseOffset;
        }
        int low = 0;
        int high = entriesIn(buffer) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (buffer.getLong(middle * ENTRY_SIZE) <= timestamp) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high < 0 ? baseOffset : baseOffset + buffer.getInt(high * ENTRY_SIZE + 8);
    }

    /** Drops the entries at or after {@code offset}. */
    void truncateTo(long offset) {
        var buffer = file.buffer();
        if (buffer == null) {
            return;
        }
        int count = entriesIn(buffer);
        while (count > 0 && buffer.getInt((count - 1) * ENTRY_SIZE + 8) >= offset - baseOffset) {
            count--;
        }
        file.truncateTo(count);
    }

    /** Looks at the first and the last entry only. */
    boolean isPlausible() {
        var buffer = file.buffer();
        int entries = file.entries();
        if (buffer == null || entries == 0) {
            return true;
        }
        int last = (entries - 1) * ENTRY_SIZE;
        return buffer.getInt(8) >= 0
                && buffer.getInt(last + 8) >= 0
                && (entries == 1
                        || (buffer.getLong(last) > buffer.getLong(0) && buffer.getInt(last + 8) >= buffer.getInt(8)));
    }

    private int entriesIn(ByteBuffer buffer) {
        return Math.min(file.entries(), buffer.capacity() / ENTRY_SIZE);
    }
}
