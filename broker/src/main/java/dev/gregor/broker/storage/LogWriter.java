package dev.gregor.broker.storage;

import dev.gregor.broker.storage.AppendResult.Appended;
import dev.gregor.broker.storage.AppendResult.Rejected;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends to one log. Owned by whoever has the log's turn; what readers may see is published by {@link LogFiles#publish}.
 *
 * <p>All appends found waiting are checked and given their offsets one by one, then written with one call, flushed with one if
 * the topic wants that, made visible, and answered.
 */
final class LogWriter {
    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);

    private final LogFiles files;
    private final LogDirectory directory;
    private final DiskAccess disk;
    private final Clock clock;
    private final String partition;
    private final BatchCheck check;
    private final List<LogAppend> appends = new ArrayList<>();
    private final List<AppendResult> results = new ArrayList<>();
    private ByteBuffer[] gathered = new ByteBuffer[8];
    private int gatheredCount;
    private int gatheredBytes;
    private long unflushedRecords;
    private int firstUnwritten;

    LogWriter(LogFiles files, LogDirectory directory, DiskAccess disk, Clock clock, String partition) {
        this.files = files;
        this.directory = directory;
        this.disk = disk;
        this.clock = clock;
        this.partition = partition;
        this.check = new BatchCheck(partition);
    }

    /**
     * Does all appends at the head of the work.
     *
     * @return what is left: null, or work that is no append
     */
    TurnQueue.@Nullable Work write(TurnQueue.@Nullable Work first, LogSettings settings) {
        var work = first;
        firstUnwritten = 0;
        try {
            while (work instanceof LogAppend append) {
                work = append.next;
                append.next = null;
                appends.add(append);
                results.add(accept(append, settings));
            }
            writeGathered();
            if (unflushedRecords >= settings.flushMessages()) {
                unflushedRecords = 0;
                firstUnwritten = 0;
                files.flushWritten();
            }
            if (directory.isOnline()) {
                files.publish();
            }
        } catch (IOException | RuntimeException | Error e) {
            // An InternalError is a fault in a mapped index: a disk that is full or broken. With anything else it is
            // not
            // known what is in the file either; and the turn must go on to others whatever happens.
            onFailure(e, settings);
        }
        for (int i = 0; i < appends.size(); i++) {
            complete(appends.get(i), results.get(i));
        }
        // Nothing of the callers' buffers is held on to: a quiet log would pin them.
        appends.clear();
        results.clear();
        check.forget();
        return work;
    }

    private static void complete(LogAppend append, AppendResult result) {
        try {
            append.completion().onAppended(result);
        } catch (RuntimeException | Error e) {
            LOG.error("An append's completion failed", e);
        }
    }

    private void onFailure(Throwable e, LogSettings settings) {
        if (unflushedRecords >= settings.flushMessages()) {
            // Written when a segment was rolled, but to be answered after a flush only.
            firstUnwritten = 0;
        }
        directory.fail("cannot append to " + partition, e);
        files.cutBack();
        Arrays.fill(gathered, null);
        gatheredCount = 0;
        gatheredBytes = 0;
        while (results.size() < appends.size()) {
            results.add(offline());
        }
        for (int i = firstUnwritten; i < results.size(); i++) {
            if (results.get(i) instanceof Appended) {
                results.set(i, offline());
            }
        }
    }

    private AppendResult offline() {
        return BatchCheck.reject(
                Errors.KAFKA_STORAGE_ERROR,
                "The log directory " + directory.dir() + " of partition " + partition + " is offline",
                files.logStartOffset());
    }

    private AppendResult accept(LogAppend append, LogSettings settings) throws IOException {
        if (!directory.isOnline() || files.isClosed() || !files.isTailVerified()) {
            return offline();
        }
        long logStartOffset = files.logStartOffset();
        boolean replication = append.origin() == LogAppend.Origin.REPLICATION;
        if (!replication && files.epochs().isPast(append.leaderEpoch())) {
            return BatchCheck.reject(
                    Errors.NOT_LEADER_OR_FOLLOWER,
                    "The append to " + partition + " is of leader epoch " + append.leaderEpoch()
                            + ", which has ended meanwhile",
                    logStartOffset);
        }
        long nextOffset = files.endOffset();
        long nowMs = clock.millis();
        var refused = check(append, settings, nextOffset, nowMs, logStartOffset);
        if (refused != null) {
            return refused;
        }
        var records = check.records();
        int bytes = records.remaining();
        if (bytes == 0) {
            return new Appended(nextOffset, nextOffset - 1, -1L, logStartOffset, false);
        }
        if (append.origin() == LogAppend.Origin.CLIENT) {
            var duplicate = duplicate(records, logStartOffset);
            if (duplicate != null) {
                return duplicate;
            }
        }
        if (bytes > settings.segmentBytes()) {
            return BatchCheck.reject(
                    Errors.RECORD_LIST_TOO_LARGE,
                    "Message batch size is " + bytes + " bytes in append to partition " + partition
                            + ", which exceeds the maximum configured segment size of " + settings.segmentBytes() + ".",
                    logStartOffset);
        }
        long firstOffset = replication ? check.firstOffset() : nextOffset;
        long lastOffset = replication ? check.lastOffset() : nextOffset + check.recordCount() - 1;
        if (files.shouldRoll(settings, gatheredBytes + bytes, check.maxTimestamp(), lastOffset, nowMs)) {
            writeGathered();
            if (files.shouldRoll(settings, bytes, check.maxTimestamp(), lastOffset, nowMs)) {
                files.roll(firstOffset, settings, nowMs);
            }
        }
        stamp(records, append, firstOffset, settings);
        gather(records);
        unflushedRecords += lastOffset - firstOffset + 1;
        files.onAccepted(lastOffset + 1, bytes);
        return new Appended(
                firstOffset,
                lastOffset,
                settings.timestampType() == TimestampType.LOG_APPEND_TIME && !replication ? nowMs : -1L,
                logStartOffset,
                false);
    }

    /** What is in a batch can make any of the codecs' libraries fail, with errors of their own: nothing is changed by then. */
    private @Nullable Rejected check(
            LogAppend append, LogSettings settings, long nextOffset, long nowMs, long logStartOffset) {
        try {
            return check.check(append, settings, files.producers(), nextOffset, nowMs, logStartOffset);
        } catch (RuntimeException | Error e) {
            LOG.error("Checking an append to {} failed", partition, e);
            return BatchCheck.reject(Errors.UNKNOWN_SERVER_ERROR, String.valueOf(e.getMessage()), logStartOffset);
        }
    }

    private @Nullable Appended duplicate(ByteBuffer records, long logStartOffset) {
        int at = records.position();
        long producerId = records.getLong(at + BatchFormat.PRODUCER_ID);
        var entry = producerId == BatchFormat.NO_PRODUCER_ID
                ? null
                : files.producers().find(producerId);
        int batch = entry == null ? -1 : check.duplicateIn(entry, at);
        return entry == null || batch < 0
                ? null
                : new Appended(
                        entry.firstOffsetOf(batch),
                        entry.lastOffsetOf(batch),
                        entry.timestampOf(batch),
                        logStartOffset,
                        true);
    }

    /** Gives every batch its offset and epoch, unless they came with it, and tells indexes, producers and epochs of it. */
    private void stamp(ByteBuffer records, LogAppend append, long firstOffset, LogSettings settings)
            throws IOException {
        boolean replication = append.origin() == LogAppend.Origin.REPLICATION;
        long offset = firstOffset;
        int position = files.endPosition();
        for (int at = records.position(); at < records.limit(); ) {
            int size = BatchFormat.sizeInBytes(records, at);
            if (!replication) {
                records.putLong(at, offset);
                records.putInt(at + BatchFormat.LEADER_EPOCH, append.leaderEpoch());
            }
            long last = BatchFormat.lastOffset(records, at);
            files.onBatch(records, at, position, size, last, settings);
            offset = last + 1;
            position += size;
            at += size;
        }
    }

    private void gather(ByteBuffer records) {
        if (gatheredCount == gathered.length) {
            gathered = Arrays.copyOf(gathered, gatheredCount * 2);
        }
        gathered[gatheredCount++] = records;
        gatheredBytes += records.remaining();
    }

    private void writeGathered() throws IOException {
        if (gatheredCount > 0) {
            long before = System.nanoTime();
            files.write(disk, gathered, gatheredCount, gatheredBytes);
            long after = System.nanoTime();
            directory.onWriteTook(after - before, after);
            Arrays.fill(gathered, 0, gatheredCount, null);
            gatheredCount = 0;
            gatheredBytes = 0;
        }
        firstUnwritten = results.size();
    }
}
