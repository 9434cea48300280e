package dev.gregor.broker.storage;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one log and what they hold: segments, producers, epochs, topic id. Changed by whoever has the log's turn; other
 * threads see {@link #view()} and the volatile offsets.
 */
final class LogFiles {
    private static final Logger LOG = LoggerFactory.getLogger(LogFiles.class);
    static final String METADATA_FILE = "partition.metadata";

    private final LogDirectory directory;
    private final DiskAccess disk;
    private final Clock clock;
    private final BackgroundTasks background;
    private final LeaderEpochs epochs;
    private final ProducerStates producers;
    private final List<LogSegment> segments;
    private volatile File folder;
    private volatile LogView view;
    private volatile long logStartOffset;
    private volatile long recoveryPoint;
    private volatile long firstUnstableOffset;
    private volatile boolean closed;
    private long endOffset;
    private int endPosition;
    private int generation;
    private volatile boolean folderUnsynced;
    private volatile boolean metadataUnsynced;
    private volatile long lastFlushMs;
    private final Object syncing = new Object();
    private boolean tailVerified;
    private volatile boolean tailBad;

    /** What loading or creating a log gives. */
    record Start(
            File folder,
            List<LogSegment> segments,
            long logStartOffset,
            long endOffset,
            long recoveryPoint,
            LeaderEpochs epochs,
            ProducerStates producers,
            boolean tailVerified) {}

    LogFiles(Start start, LogDirectory directory, DiskAccess disk, Clock clock, BackgroundTasks background) {
        this.directory = directory;
        this.disk = disk;
        this.clock = clock;
        this.background = background;
        this.folder = start.folder;
        this.segments = new ArrayList<>(start.segments);
        this.epochs = start.epochs;
        this.producers = start.producers;
        this.logStartOffset = start.logStartOffset;
        this.recoveryPoint = start.recoveryPoint;
        this.endOffset = start.endOffset;
        this.endPosition = active().size();
        this.tailVerified = start.tailVerified;
        this.firstUnstableOffset = UNSTABLE_UNKNOWN;
        this.view = makeView();
    }

    private static final long UNSTABLE_UNKNOWN = -1;

    File folder() {
        return folder;
    }

    LogView view() {
        return view;
    }

    long logStartOffset() {
        return logStartOffset;
    }

    long recoveryPoint() {
        return recoveryPoint;
    }

    LeaderEpochs epochs() {
        return epochs;
    }

    ProducerStates producers() {
        return producers;
    }

    boolean isClosed() {
        return closed;
    }

    long endOffset() {
        return endOffset;
    }

    int endPosition() {
        return endPosition;
    }

    private LogSegment active() {
        return segments.get(segments.size() - 1);
    }

    /** Makes what has been written visible to readers. */
    void publish() {
        if (view.endOffset() != endOffset || view.active() != active()) {
            view = makeView();
        }
        if (firstUnstableOffset != UNSTABLE_UNKNOWN) {
            firstUnstableOffset = producers.firstOpenTransaction(endOffset);
        }
    }

    private LogView makeView() {
        return new LogView(segments, endOffset, active().size(), generation);
    }

    /** @return as last published; -1 if the producers have not been read yet */
    long firstUnstableOffset() {
        return firstUnstableOffset;
    }

    void learnFirstUnstableOffset() {
        firstUnstableOffset = producers.firstOpenTransaction(endOffset);
    }

    // ---- appending

    /**
     * A log that was closed well is not read at start. Before the first append it is made sure that its last batch is where the
     * checkpoint says, so that files changed meanwhile by other hands are never continued with wrong offsets.
     */
    boolean isTailVerified() throws IOException {
        if (!tailVerified) {
            tailVerified = true;
            tailBad = !endsAt(endOffset);
            if (tailBad) {
                // So that the next start looks for the end itself.
                recoveryPoint = active().baseOffset();
                LOG.error(
                        "Log {} does not end at offset {} as its checkpoint says: its files were changed while it was closed. It"
                                + " takes no more records until a restart, which will recover it.",
                        folder,
                        endOffset);
            }
        }
        return !tailBad;
    }

    private boolean endsAt(long expected) throws IOException {
        var segment = active();
        var scan = new HeaderScan().begin(segment.channel(), segment.size());
        long next = segment.baseOffset();
        int at = segment.offsetIndex().floorPosition(Long.MAX_VALUE);
        while (scan.moveTo(at)) {
            next = scan.lastOffset() + 1;
            at += scan.sizeInBytes();
        }
        return at == segment.size() && next == expected;
    }

    boolean shouldRoll(LogSettings settings, int bytes, long maxTimestamp, long lastOffset, long nowMs)
            throws IOException {
        return active().shouldRoll(settings, bytes, maxTimestamp, lastOffset, nowMs, jitterMs(settings));
    }

    /** Spreads the rolls of many logs over time; the same for a segment whenever it is asked for. */
    private long jitterMs(LogSettings settings) {
        long range = Math.min(settings.segmentJitterMs(), settings.segmentMs());
        return range <= 0
                ? 0
                : Math.floorMod(folder.getName().hashCode() * 31L + active().baseOffset() * 0x9E3779B97F4A7C15L, range);
    }

    void onBatch(ByteBuffer records, int at, int position, int size, long lastOffset, LogSettings settings)
            throws IOException {
        epochs.assign(BatchFormat.leaderEpoch(records, at), BatchFormat.baseOffset(records, at));
        active().onBatch(
                        lastOffset,
                        position,
                        size,
                        BatchFormat.maxTimestamp(records, at),
                        settings.indexIntervalBytes(),
                        settings.segmentIndexBytes());
        if (records.getLong(at + BatchFormat.PRODUCER_ID) != BatchFormat.NO_PRODUCER_ID) {
            producers.onBatch(records, at);
        }
    }

    /** Batches were given their offsets; they will be written from the present end position on. */
    void onAccepted(long newEndOffset, int bytes) {
        endOffset = newEndOffset;
        endPosition += bytes;
    }

    void write(DiskAccess access, ByteBuffer[] buffers, int count, int bytes) throws IOException {
        var segment = active();
        int position = segment.size();
        access.write(segment.channel(), buffers, count, position);
        segment.onWritten(position + bytes);
    }

    /** Cuts off what a failed write may have left. */
    void cutBack() {
        try {
            disk.truncate(active().channel(), active().size());
        } catch (IOException e) {
            LOG.warn("Cannot cut {} back to {} bytes after a failed write; recovery will", active(), active().size());
        }
    }

    /** Begins a new segment; the old one is trimmed now and flushed in the background. */
    void roll(long newBase, LogSettings settings, long nowMs) throws IOException {
        var old = active();
        long base = Math.max(newBase, endOffset);
        if (old.baseOffset() == base && old.size() == 0) {
            return;
        }
        old.onInactive();
        segments.add(LogSegment.create(folder, base, settings, nowMs));
        folderUnsynced = true;
        endPosition = 0;
        endOffset = base;
        producers.takeSnapshot(base);
        view = makeView();
        background.run(() -> attempt("cannot flush", () -> flushUpTo(base)));
    }

    // ---- flushing

    /**
     * Runs something on this log's files while others may change it; any thread. A failure takes the directory offline, but not if
     * the log was closed meanwhile: its files may have gone then, together with a deleted topic.
     */
    void attempt(String what, LogDirectory.FileTask task) {
        try {
            task.run();
        } catch (IOException e) {
            if (closed) {
                LOG.debug("{} {}: it was closed meanwhile", what, folder, e);
            } else {
                directory.fail(what + " " + folder, e);
            }
        }
    }

    /** Brings all that has been written to the disk: what a group of appends waits for. */
    void flushWritten() throws IOException {
        syncMetadata();
        for (int i = segments.size() - 1; i >= 0; i--) {
            segments.get(i).flushLog(disk);
            if (segments.get(i).baseOffset() <= recoveryPoint) {
                break;
            }
        }
        recoveryPoint = endOffset;
    }

    /** Brings all segments below an offset to the disk; any thread. */
    void flushUpTo(long offset) throws IOException {
        if (offset <= recoveryPoint || closed || tailBad) {
            return;
        }
        synchronized (this) {
            var now = view;
            for (int i = 0; i < now.segments(); i++) {
                var segment = now.segment(i);
                if (segment.baseOffset() < offset && segment.retain()) {
                    try {
                        segment.flush(disk);
                    } finally {
                        segment.release();
                    }
                }
            }
            syncMetadata();
            var snapshot = producers.snapshotFile(offset);
            if (snapshot.exists()) {
                TextFile.sync(snapshot);
            }
            if (view.generation() == now.generation()) {
                recoveryPoint = Math.max(recoveryPoint, offset);
            }
        }
    }

    /** Brings what has been written to the disk if the last time is {@code flushMs} ago; any thread. */
    void flushActiveSegments(long nowMs, long flushMs) throws IOException {
        if (nowMs - lastFlushMs >= flushMs) {
            lastFlushMs = nowMs;
            flushUpTo(view.endOffset());
        }
    }

    private void syncMetadata() throws IOException {
        epochs.write();
        syncFolder();
    }

    private void syncFolder() throws IOException {
        // Who comes while another syncs waits for that one's end.
        synchronized (syncing) {
            if (metadataUnsynced) {
                metadataUnsynced = false;
                TextFile.sync(new File(folder, METADATA_FILE));
                TextFile.syncDirectory(folder.getParentFile());
            }
            if (folderUnsynced) {
                folderUnsynced = false;
                TextFile.syncDirectory(folder);
            }
        }
    }

    /**
     * Writes the topic's id beside the log. It comes to the disk soon, with the first flush at the latest: thousands of logs can
     * be made at once without waiting for it.
     */
    void writeMetadata(Uuid topicId) throws IOException {
        TextFile.create(new File(folder, METADATA_FILE), "version: 0\ntopic_id: " + topicId);
        metadataUnsynced = true;
        folderUnsynced = true;
        background.run(() -> attempt("cannot flush the topic id of", this::syncFolder));
    }

    // ---- deleting and truncating

    /** Cuts the log so that it ends at an offset. */
    void truncateTo(long offset, LogSettings settings, HeaderScan scan) throws IOException {
        if (offset >= endOffset) {
            return;
        }
        if (offset <= segments.get(0).baseOffset()) {
            startAt(offset, settings);
            return;
        }
        generation++;
        var gone = new ArrayList<LogSegment>();
        while (active().baseOffset() >= offset) {
            gone.add(segments.remove(segments.size() - 1));
        }
        var last = active();
        scan.begin(last.channel(), last.size());
        int at = last.offsetIndex().floorPosition(offset);
        while (scan.moveTo(at) && scan.lastOffset() < offset) {
            at += scan.sizeInBytes();
        }
        last.truncateTo(offset, at, disk);
        endOffset = offset;
        endPosition = at;
        logStartOffset = Math.min(logStartOffset, offset);
        discard(gone, 0);
        epochs.dropFrom(offset);
        epochs.write();
        producers.deleteSnapshotsAfter(offset);
        ProducerRebuild.rebuild(producers, segments, logStartOffset, offset, scan);
        synchronized (this) {
            view = makeView();
            recoveryPoint = Math.min(recoveryPoint, offset);
        }
        publish();
    }

    /** Drops everything and begins again at an offset. */
    void startAt(long offset, LogSettings settings) throws IOException {
        generation++;
        var gone = new ArrayList<>(segments);
        for (var segment : gone) {
            segment.renameFiles(LogFileNames.DELETED);
        }
        segments.clear();
        segments.add(LogSegment.create(folder, offset, settings, clock.millis()));
        folderUnsynced = true;
        endOffset = offset;
        endPosition = 0;
        logStartOffset = offset;
        epochs.clear();
        epochs.write();
        producers.clear();
        synchronized (this) {
            view = makeView();
            recoveryPoint = offset;
        }
        publish();
        deleteLater(gone, 0);
    }

    boolean advanceLogStartOffset(long offset) {
        if (offset <= logStartOffset) {
            return false;
        }
        logStartOffset = offset;
        recoveryPoint = Math.max(recoveryPoint, Math.min(offset, endOffset));
        if (epochs.dropBefore(offset)) {
            background.run(() -> attempt("cannot write epochs of", epochs::write));
        }
        return true;
    }

    /** Deletes the oldest segments; the files are renamed now and removed later. */
    void deleteOldest(int count, LogSettings settings) throws IOException {
        if (count == segments.size()) {
            roll(endOffset, settings, clock.millis());
        }
        var gone = new ArrayList<>(segments.subList(0, count));
        segments.subList(0, count).clear();
        advanceLogStartOffset(Math.max(logStartOffset, segments.get(0).baseOffset()));
        producers.deleteSnapshotsBefore(segments.get(0).baseOffset());
        view = makeView();
        discard(gone, settings.fileDeleteDelayMs());
    }

    private void discard(List<LogSegment> gone, long delayMs) throws IOException {
        for (var segment : gone) {
            segment.renameFiles(LogFileNames.DELETED);
        }
        deleteLater(gone, delayMs);
    }

    private void deleteLater(List<LogSegment> gone, long delayMs) {
        if (gone.isEmpty()) {
            return;
        }
        background.after(
                delayMs,
                () -> gone.forEach(segment -> {
                    segment.release();
                    segment.deleteFiles();
                }));
    }

    // ---- the end

    /** Everything to the disk, indexes trimmed, producers written, files closed. */
    void close() throws IOException {
        if (closed) {
            return;
        }
        if (producers.wantsSnapshotAt(endOffset)) {
            producers.takeSnapshot(endOffset);
            folderUnsynced = true;
        }
        active().onInactive();
        for (var segment : segments) {
            segment.flush(disk);
        }
        epochs.writeIfWorth(endOffset);
        if (endOffset > 0 || logStartOffset > 0) {
            syncFolder();
        }
        recoveryPoint = tailBad ? active().baseOffset() : endOffset;
        closed = true;
        epochs.close();
        segments.forEach(LogSegment::release);
    }

    /** Closes files without bringing anything to a disk that may have failed. */
    void abandon() {
        if (!closed) {
            closed = true;
            epochs.close();
            segments.forEach(LogSegment::release);
        }
    }

    void renameFolder(File target) throws IOException {
        if (!folder.renameTo(target)) {
            throw new IOException("cannot rename " + folder + " to " + target.getName());
        }
        folder = target;
    }
}
