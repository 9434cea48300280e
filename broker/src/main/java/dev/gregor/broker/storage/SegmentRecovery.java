package dev.gregor.broker.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Reads a segment from its first byte to the first that cannot be right, and makes its indexes anew on the way. One thread's:
 * the buffer is used again from segment to segment.
 */
final class SegmentRecovery {
    private static final int FIRST_BUFFER = 256 * 1024;
    private static final int LEGACY_CRC = 12;

    /**
     * What is left of a segment.
     *
     * @param endOffset offset after the last good batch
     * @param validBytes where the good batches end
     */
    record Found(long endOffset, int validBytes) {}

    private final CRC32C crc = new CRC32C();
    private ByteBuffer buffer = ByteBuffer.allocateDirect(FIRST_BUFFER);
    private long bufferPosition;

    /**
     * Checks every batch (length, magic, checksum, rising offsets) and rebuilds indexes, producers and epochs. The file itself is
     * not changed.
     */
    Found scan(LogSegment segment, LogSettings settings, ProducerStates producers, LeaderEpochs epochs)
            throws IOException {
        var channel = segment.channel();
        long base = segment.baseOffset();
        long nextOffset = base;
        int at = 0;
        int size = segment.size();
        buffer.clear().limit(0);
        bufferPosition = 0;
        int end = findEnd(channel, size, base);
        var offsetIndex = segment.offsetIndexToRebuild();
        var timeIndex = segment.timeIndexToRebuild();
        long maxTimestamp = BatchFormat.NO_TIMESTAMP;
        long offsetOfMax = base;
        int sinceEntry = 0;
        while (at < end) {
            int start = ensure(channel, at, size);
            int bytes = BatchFormat.sizeInBytes(buffer, start);
            long last = BatchFormat.lastOffset(buffer, start);
            long timestamp = BatchFormat.maxTimestamp(buffer, start);
            if (timestamp > maxTimestamp) {
                maxTimestamp = timestamp;
                offsetOfMax = last;
            }
            if (sinceEntry > settings.indexIntervalBytes()) {
                offsetIndex.append(last, at, settings.segmentIndexBytes());
                timeIndex.maybeAppend(maxTimestamp, offsetOfMax, settings.segmentIndexBytes());
                sinceEntry = 0;
            }
            if (BatchFormat.magic(buffer, start) == BatchFormat.CURRENT_MAGIC) {
                epochs.addNewer(BatchFormat.leaderEpoch(buffer, start), BatchFormat.baseOffset(buffer, start));
                if (buffer.getLong(start + BatchFormat.PRODUCER_ID) != BatchFormat.NO_PRODUCER_ID) {
                    producers.onBatch(buffer, start);
                }
            }
            nextOffset = last + 1;
            sinceEntry += bytes;
            at += bytes;
        }
        segment.setMaxTimestamp(maxTimestamp, offsetOfMax);
        return new Found(nextOffset, end);
    }

    /** @return where the longest valid prefix ends */
    private int findEnd(FileChannel channel, int size, long base) throws IOException {
        long nextOffset = base;
        int gapAt = -1;
        int at = 0;
        while (size - at >= BatchFormat.BYTES_UP_TO_MAGIC) {
            int start = ensureHeader(channel, at, size);
            if (start < 0) {
                break;
            }
            start = ensure(channel, at, size);
            if (!isIntact(start)) {
                break;
            }
            boolean current = BatchFormat.magic(buffer, start) == BatchFormat.CURRENT_MAGIC;
            long first = current ? BatchFormat.baseOffset(buffer, start) : BatchFormat.lastOffset(buffer, start);
            long last = BatchFormat.lastOffset(buffer, start);
            if (first < nextOffset || last < first || last - base > Integer.MAX_VALUE) {
                // Offsets are outside of the checksum. If the batch before made a jump, its offset is the wrong one.
                return gapAt >= 0 ? gapAt : at;
            }
            gapAt = first > nextOffset ? at : -1;
            nextOffset = last + 1;
            at += BatchFormat.sizeInBytes(buffer, start);
        }
        return at;
    }

    /** @return where in the buffer the header at a position begins, or -1 if what lies there is no batch */
    private int ensureHeader(FileChannel channel, int at, int size) throws IOException {
        int start = load(channel, at, Math.min(BatchFormat.RECORDS, size - at), size);
        if (start < 0) {
            return -1;
        }
        int length = buffer.getInt(start + BatchFormat.LENGTH);
        byte magic = BatchFormat.magic(buffer, start);
        boolean sane = magic >= 0
                && magic <= BatchFormat.CURRENT_MAGIC
                && length
                        >= (magic == BatchFormat.CURRENT_MAGIC
                                ? BatchFormat.RECORDS - BatchFormat.LOG_OVERHEAD
                                : BatchFormat.MIN_LENGTH)
                && length <= size - at - BatchFormat.LOG_OVERHEAD;
        return sane ? start : -1;
    }

    /** Brings a whole batch, whose header is known to be sane, into the buffer. */
    private int ensure(FileChannel channel, int at, int size) throws IOException {
        int start = load(channel, at, BatchFormat.BYTES_UP_TO_MAGIC, size);
        start = load(channel, at, BatchFormat.sizeInBytes(buffer, start), size);
        if (start < 0) {
            throw new IOException("segment shrank while it was read");
        }
        return start;
    }

    private int load(FileChannel channel, int at, int bytes, int size) throws IOException {
        if (at >= bufferPosition && at + (long) bytes <= bufferPosition + buffer.limit()) {
            return (int) (at - bufferPosition);
        }
        if (bytes > buffer.capacity()) {
            buffer = ByteBuffer.allocateDirect(Math.max(bytes, buffer.capacity() * 2));
        }
        buffer.clear().limit(Math.min(buffer.capacity(), size - at));
        bufferPosition = at;
        while (buffer.hasRemaining() && channel.read(buffer, (long) at + buffer.position()) > 0) {
            // On until the buffer is full or the file ends.
        }
        buffer.flip();
        return buffer.limit() >= bytes ? 0 : -1;
    }

    private boolean isIntact(int start) {
        int bytes = BatchFormat.sizeInBytes(buffer, start);
        var part = buffer.duplicate();
        if (BatchFormat.magic(buffer, start) == BatchFormat.CURRENT_MAGIC) {
            part.limit(start + bytes).position(start + BatchFormat.ATTRIBUTES);
            crc.reset();
            crc.update(part);
            return (int) crc.getValue() == buffer.getInt(start + BatchFormat.CRC);
        }
        part.limit(start + bytes).position(start + BatchFormat.MAGIC);
        var legacy = new CRC32();
        legacy.update(part);
        return (int) legacy.getValue() == buffer.getInt(start + LEGACY_CRC);
    }

    /** Makes a segment's indexes anew from the headers of its batches. */
    static void rebuildIndexes(
            LogSegment segment, OffsetIndex offsetIndex, TimeIndex timeIndex, int intervalBytes, int indexBytes)
            throws IOException {
        offsetIndex.file().reset();
        timeIndex.file().reset();
        long maxTimestamp = BatchFormat.NO_TIMESTAMP;
        long offsetOfMax = segment.baseOffset();
        int sinceEntry = 0;
        var scan = new HeaderScan().begin(segment.channel(), segment.size());
        for (int at = 0; scan.moveTo(at); at += scan.sizeInBytes()) {
            if (scan.maxTimestamp() > maxTimestamp) {
                maxTimestamp = scan.maxTimestamp();
                offsetOfMax = scan.lastOffset();
            }
            if (sinceEntry > intervalBytes) {
                offsetIndex.append(scan.lastOffset(), at, indexBytes);
                timeIndex.maybeAppend(maxTimestamp, offsetOfMax, indexBytes);
                sinceEntry = 0;
            }
            sinceEntry += scan.sizeInBytes();
        }
        timeIndex.maybeAppend(maxTimestamp, offsetOfMax, indexBytes);
        offsetIndex.file().trim();
        timeIndex.file().trim();
    }
}
