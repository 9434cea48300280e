package dev.gregor.broker.storage;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One {@code .log} file with its indexes. Files are opened at first use. Whoever reads holds the segment by {@link #retain()},
 * so that deleting it never closes a file under a send.
 *
 * <p>Changed by the log's present writer only; {@link #size()} is what other threads may read of the file.
 */
final class LogSegment {
    private static final long UNKNOWN = Long.MIN_VALUE;

    /** Kafka's defaults, for indexes that have to be made anew in passing. */
    private static final int REBUILT_INTERVAL_BYTES = 4096;

    private static final int REBUILT_INDEX_BYTES = 10 * 1024 * 1024;

    private final long baseOffset;
    private final OffsetIndex offsetIndex;
    private final TimeIndex timeIndex;
    private final AtomicInteger holders = new AtomicInteger(1);
    private volatile File logFile;
    private volatile @Nullable FileChannel channel;
    private volatile int size;
    private volatile long maxTimestamp;
    private volatile long offsetOfMaxTimestamp;
    private volatile boolean maxTimestampKnown;
    private int bytesSinceIndexEntry;
    private long firstBatchTimestamp = UNKNOWN;
    private long createdMs;
    private volatile boolean dirty;
    private boolean preallocated;

    private LogSegment(File dir, long baseOffset, int size, OffsetIndex offsetIndex, TimeIndex timeIndex, long nowMs) {
        this.logFile = new File(dir, LogFileNames.segmentFile(baseOffset, LogFileNames.LOG));
        this.baseOffset = baseOffset;
        this.size = size;
        this.offsetIndex = offsetIndex;
        this.timeIndex = timeIndex;
        this.createdMs = nowMs;
        this.maxTimestamp = BatchFormat.NO_TIMESTAMP;
        this.offsetOfMaxTimestamp = baseOffset;
    }

    /** A new, empty segment; leftovers of the same name are replaced. */
    static LogSegment create(File dir, long baseOffset, LogSettings settings, long nowMs) throws IOException {
        var segment = new LogSegment(
                dir,
                baseOffset,
                0,
                new OffsetIndex(
                        newIndex(dir, baseOffset, LogFileNames.OFFSET_INDEX, OffsetIndex.ENTRY_SIZE), baseOffset),
                new TimeIndex(newIndex(dir, baseOffset, LogFileNames.TIME_INDEX, TimeIndex.ENTRY_SIZE), baseOffset),
                nowMs);
        segment.maxTimestampKnown = true;
        var file = FileChannel.open(
                segment.logFile.toPath(),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING);
        segment.channel = file;
        if (settings.preallocate()) {
            segment.preallocated = true;
            file.write(java.nio.ByteBuffer.allocate(1), settings.segmentBytes() - 1L);
        }
        segment.dirty = true;
        return segment;
    }

    private static IndexFile newIndex(File dir, long baseOffset, String suffix, int entrySize) throws IOException {
        var file = new File(dir, LogFileNames.segmentFile(baseOffset, suffix));
        var index = IndexFile.create(file, entrySize);
        if (file.length() > 0) {
            index.reset();
        }
        return index;
    }

    /** A segment found on disk; nothing of it is opened yet. */
    static LogSegment found(File dir, long baseOffset, int size, long nowMs) {
        return new LogSegment(
                dir,
                baseOffset,
                size,
                new OffsetIndex(
                        new IndexFile(
                                new File(dir, LogFileNames.segmentFile(baseOffset, LogFileNames.OFFSET_INDEX)),
                                OffsetIndex.ENTRY_SIZE),
                        baseOffset),
                new TimeIndex(
                        new IndexFile(
                                new File(dir, LogFileNames.segmentFile(baseOffset, LogFileNames.TIME_INDEX)),
                                TimeIndex.ENTRY_SIZE),
                        baseOffset),
                nowMs);
    }

    long baseOffset() {
        return baseOffset;
    }

    int size() {
        return size;
    }

    File logFile() {
        return logFile;
    }

    long lastModifiedMs() {
        return logFile.lastModified();
    }

    OffsetIndex offsetIndex() throws IOException {
        loadIndexes();
        return offsetIndex;
    }

    TimeIndex timeIndex() throws IOException {
        loadIndexes();
        return timeIndex;
    }

    /** Empties the index, whatever its file holds. */
    OffsetIndex offsetIndexToRebuild() throws IOException {
        offsetIndex.file().reset();
        return offsetIndex;
    }

    /** Empties the index, whatever its file holds. */
    TimeIndex timeIndexToRebuild() throws IOException {
        timeIndex.file().reset();
        return timeIndex;
    }

    FileChannel channel() throws IOException {
        var open = channel;
        return open != null ? open : openChannel();
    }

    private synchronized FileChannel openChannel() throws IOException {
        var open = channel;
        if (open == null) {
            open = FileChannel.open(logFile.toPath(), StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel = open;
        }
        return open;
    }

    /** Reads the indexes, or makes them anew from the log if they are missing or cannot be right. */
    private void loadIndexes() throws IOException {
        if (offsetIndex.file().isLoaded() && timeIndex.file().isLoaded()) {
            return;
        }
        synchronized (this) {
            try {
                offsetIndex.file().load();
                timeIndex.file().load();
                if (offsetIndex.isPlausible(size) && timeIndex.isPlausible()) {
                    return;
                }
            } catch (IOException unusable) {
                // Made anew below.
            }
            SegmentRecovery.rebuildIndexes(this, offsetIndex, timeIndex, REBUILT_INTERVAL_BYTES, REBUILT_INDEX_BYTES);
        }
    }

    // ---- holding

    /** @return false if the segment is gone */
    boolean retain() {
        while (true) {
            int held = holders.get();
            if (held == 0) {
                return false;
            }
            if (holders.compareAndSet(held, held + 1)) {
                return true;
            }
        }
    }

    void release() {
        if (holders.decrementAndGet() == 0) {
            closeChannel();
        }
    }

    private synchronized void closeChannel() {
        var open = channel;
        if (open != null) {
            try {
                open.close();
            } catch (IOException ignored) {
                // The file is read no more, and what was written has been flushed or given up.
            }
        }
    }

    // ---- the writer's

    /** Whether a segment must be rolled before an append. */
    boolean shouldRoll(LogSettings settings, int bytes, long maxTimestampMs, long lastOffset, long nowMs, long jitterMs)
            throws IOException {
        return size > settings.segmentBytes() - bytes
                || (size > 0 && waitedMs(nowMs, maxTimestampMs) > settings.segmentMs() - jitterMs)
                || lastOffset - baseOffset > Integer.MAX_VALUE
                || (size > 0
                        && (offsetIndex().file().isFull(settings.segmentIndexBytes(), 0)
                                || timeIndex().file().isFull(settings.segmentIndexBytes(), 1)));
    }

    private long waitedMs(long nowMs, long timestampMs) throws IOException {
        if (firstBatchTimestamp == UNKNOWN && size > 0) {
            var scan = new HeaderScan().begin(channel(), size);
            firstBatchTimestamp = scan.moveTo(0) ? scan.maxTimestamp() : BatchFormat.NO_TIMESTAMP;
        }
        return firstBatchTimestamp >= 0 ? timestampMs - firstBatchTimestamp : nowMs - createdMs;
    }

    /** Notes a batch written (or about to be) at a position: index entries, largest timestamp. */
    void onBatch(long lastOffset, int position, int bytes, long batchMaxTimestamp, int intervalBytes, int indexBytes)
            throws IOException {
        if (position == 0) {
            firstBatchTimestamp = batchMaxTimestamp;
        }
        if (batchMaxTimestamp > maxTimestamp()) {
            maxTimestamp = batchMaxTimestamp;
            offsetOfMaxTimestamp = lastOffset;
        }
        if (bytesSinceIndexEntry > intervalBytes) {
            offsetIndex().append(lastOffset, position, indexBytes);
            timeIndex().maybeAppend(maxTimestamp, offsetOfMaxTimestamp, indexBytes);
            bytesSinceIndexEntry = 0;
        }
        bytesSinceIndexEntry += bytes;
    }

    void onWritten(int newSize) {
        size = newSize;
        dirty = true;
    }

    /** The segment takes no more appends: its largest timestamp goes to the time index, and the indexes are trimmed. */
    void onInactive() throws IOException {
        if (maxTimestampKnown) {
            timeIndex().maybeAppend(maxTimestamp, offsetOfMaxTimestamp, TimeIndex.ENTRY_SIZE);
        }
        offsetIndex.file().trim();
        timeIndex.file().trim();
        var open = channel;
        if (open != null && preallocated) {
            open.truncate(size);
        }
    }

    long maxTimestamp() throws IOException {
        learnMaxTimestamp();
        return maxTimestamp;
    }

    long offsetOfMaxTimestamp() throws IOException {
        learnMaxTimestamp();
        return offsetOfMaxTimestamp;
    }

    private void learnMaxTimestamp() throws IOException {
        if (maxTimestampKnown) {
            return;
        }
        synchronized (this) {
            if (!maxTimestampKnown) {
                var index = timeIndex();
                maxTimestamp = index.lastTimestamp();
                offsetOfMaxTimestamp = index.lastOffset();
                maxTimestampKnown = true;
            }
        }
    }

    void setMaxTimestamp(long timestamp, long offset) {
        maxTimestamp = timestamp;
        offsetOfMaxTimestamp = offset;
        maxTimestampKnown = true;
    }

    /** Cuts file and indexes back to a batch's start. */
    void truncateTo(long offset, int position, DiskAccess disk) throws IOException {
        offsetIndex().truncateTo(offset);
        timeIndex().truncateTo(offset);
        disk.truncate(channel(), position);
        size = position;
        dirty = true;
        bytesSinceIndexEntry = 0;
        firstBatchTimestamp = UNKNOWN;
        long timestamp = timeIndex.lastTimestamp();
        long timestampOffset = timeIndex.lastOffset();
        var scan = new HeaderScan().begin(channel(), size);
        for (int at = offsetIndex.floorPosition(timestampOffset); scan.moveTo(at); at += scan.sizeInBytes()) {
            if (scan.maxTimestamp() > timestamp) {
                timestamp = scan.maxTimestamp();
                timestampOffset = scan.lastOffset();
            }
        }
        setMaxTimestamp(timestamp, timestampOffset);
    }

    /** Brings the batches written so far to the disk. */
    void flushLog(DiskAccess disk) throws IOException {
        if (dirty) {
            dirty = false;
            disk.force(channel());
        }
    }

    /** Brings batches and indexes written so far to the disk. */
    void flush(DiskAccess disk) throws IOException {
        flushLog(disk);
        offsetIndex.file().flush();
        timeIndex.file().flush();
    }

    void renameFiles(String addedSuffix) throws IOException {
        synchronized (this) {
            var target = new File(logFile.getPath() + addedSuffix);
            if (logFile.exists() && !logFile.renameTo(target)) {
                throw new IOException("cannot rename " + logFile + " to " + target.getName());
            }
            logFile = target;
            offsetIndex.file().renameTo(new File(offsetIndex.file().file().getPath() + addedSuffix));
            timeIndex.file().renameTo(new File(timeIndex.file().file().getPath() + addedSuffix));
        }
    }

    void deleteFiles() {
        logFile.delete();
        offsetIndex.file().file().delete();
        timeIndex.file().file().delete();
    }

    @Override
    public String toString() {
        return logFile.getPath();
    }
}
