package dev.gregor.broker.storage;

import dev.gregor.broker.storage.PartitionLog.TimestampAndOffset;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.jspecify.annotations.Nullable;

/**
 * Finds batches by offset and time, from any number of threads at once and without a lock.
 *
 * <p>Where a read ended is remembered, since that is where the same reader goes on: neither a tailing reader nor one that reads
 * on in order searches an index or scans a header to find its place.
 */
final class LogReader {
    private static final int PLACES = 16;

    private record Place(LogSegment segment, int generation, long offset, int position) {}

    private final AtomicReferenceArray<@Nullable Place> places = new AtomicReferenceArray<>(PLACES);
    private final ThreadLocal<HeaderScan> scans;

    LogReader(ThreadLocal<HeaderScan> scans) {
        this.scans = scans;
    }

    /** @return null if a segment was deleted meanwhile: to be tried again on a newer view */
    @Nullable
    LogRead read(
            LogView view, long logStartOffset, long fetchOffset, int maxBytes, boolean atLeastOneBatch, long endOffset)
            throws IOException {
        if (fetchOffset < logStartOffset || fetchOffset > view.endOffset()) {
            return new LogRead.OutOfRange(logStartOffset, view.endOffset());
        }
        long limit = Math.min(endOffset, view.endOffset());
        if (fetchOffset >= limit) {
            return NOTHING;
        }
        var segments = view.segments();
        for (int i = view.floor(fetchOffset); i < segments.length && segments[i].baseOffset() < limit; i++) {
            var segment = segments[i];
            if (!segment.retain()) {
                return null;
            }
            boolean handedOut = false;
            try {
                int end = endPosition(view, i, limit);
                int start = fetchOffset <= segment.baseOffset() ? 0 : locate(view, segment, fetchOffset, end, false);
                if (start < end) {
                    int size = fit(view, segment, start, end, maxBytes, atLeastOneBatch);
                    if (size == 0) {
                        return NOTHING;
                    }
                    if (start + size == end && i == segments.length - 1) {
                        remember(view, segment, limit, end);
                    }
                    var slice = new LogSlice(segment, segment.channel(), start, size);
                    handedOut = true;
                    return new LogRead.Found(slice);
                }
            } finally {
                if (!handedOut) {
                    segment.release();
                }
            }
        }
        return NOTHING;
    }

    private static final LogRead NOTHING = new LogRead.Nothing();

    private int endPosition(LogView view, int index, long limit) throws IOException {
        var segments = view.segments();
        boolean last = index == segments.length - 1;
        int size = last ? view.endPosition() : segments[index].size();
        boolean whole = last ? limit >= view.endOffset() : segments[index + 1].baseOffset() <= limit;
        return whole ? size : locate(view, segments[index], limit, size, true);
    }

    /** @return position of the batch that holds an offset, or follows it; {@code end} if there is none before that */
    private int locate(LogView view, LogSegment segment, long offset, int end, boolean keep) throws IOException {
        var place = places.get(slot(offset));
        if (place != null
                && place.offset == offset
                && place.segment == segment
                && place.generation == view.generation()
                && place.position <= end) {
            return place.position;
        }
        var scan = scans.get().begin(segment.channel(), end);
        int at = segment.offsetIndex().floorPosition(offset);
        while (at < end && scan.moveTo(at) && scan.lastOffset() < offset) {
            at += scan.sizeInBytes();
        }
        int found = Math.min(at, end);
        if (keep) {
            remember(view, segment, offset, found);
        }
        return found;
    }

    /** @return how many bytes from {@code start} on are whole batches within {@code maxBytes} */
    private int fit(LogView view, LogSegment segment, int start, int end, int maxBytes, boolean atLeastOneBatch)
            throws IOException {
        if (end - start <= maxBytes) {
            return end - start;
        }
        long bound = (long) start + Math.max(maxBytes, 0);
        int at = Math.max(start, segment.offsetIndex().batchStartBefore((int) bound));
        var scan = scans.get().begin(segment.channel(), end);
        while (at < end && scan.moveTo(at)) {
            int size = scan.sizeInBytes();
            if (at + (long) size > bound) {
                if (at == start) {
                    return atLeastOneBatch ? size : 0;
                }
                if (scan.magic() == BatchFormat.CURRENT_MAGIC) {
                    remember(view, segment, scan.baseOffset(), at);
                }
                break;
            }
            at += size;
        }
        return at - start;
    }

    private void remember(LogView view, LogSegment segment, long offset, int position) {
        places.lazySet(slot(offset), new Place(segment, view.generation(), offset, position));
    }

    private static int slot(long offset) {
        return (int) ((offset * 0x9E3779B97F4A7C15L) >>> 60);
    }

    // ---- by time

    /** The first record at or after a time, or null if a segment was deleted meanwhile. */
    @Nullable
    Optional<TimestampAndOffset> findByTime(LogView view, long logStartOffset, long timestampMs, long endOffset)
            throws IOException {
        var segments = view.segments();
        for (int i = view.floor(logStartOffset); i < segments.length; i++) {
            var segment = segments[i];
            if (!segment.retain()) {
                return null;
            }
            try {
                if (segment.maxTimestamp() < timestampMs) {
                    continue;
                }
                int end = i == segments.length - 1 ? view.endPosition() : segment.size();
                long from = Math.max(segment.timeIndex().floorOffset(timestampMs), logStartOffset);
                var scan = scans.get().begin(segment.channel(), end);
                for (int at = segment.offsetIndex().floorPosition(from); scan.moveTo(at); at += scan.sizeInBytes()) {
                    if (scan.maxTimestamp() < timestampMs) {
                        continue;
                    }
                    var found = firstRecord(segment.channel(), at, scan, timestampMs, logStartOffset);
                    if (found.isPresent()) {
                        return found.filter(record -> record.offset() < endOffset);
                    }
                }
            } finally {
                segment.release();
            }
        }
        return Optional.empty();
    }

    /** The record with the largest timestamp, or null if a segment was deleted meanwhile. */
    @Nullable
    Optional<TimestampAndOffset> findMaxTimestamp(LogView view, long logStartOffset, long endOffset)
            throws IOException {
        var segments = view.segments();
        TimestampAndOffset largest = null;
        for (int i = view.floor(logStartOffset); i < segments.length; i++) {
            var segment = segments[i];
            if (!segment.retain()) {
                return null;
            }
            try {
                long timestamp = segment.maxTimestamp();
                if (timestamp < 0 || (largest != null && largest.timestampMs() >= timestamp)) {
                    continue;
                }
                int end = i == segments.length - 1 ? view.endPosition() : segment.size();
                var scan = scans.get().begin(segment.channel(), end);
                int at = segment.offsetIndex().floorPosition(segment.offsetOfMaxTimestamp());
                for (; scan.moveTo(at); at += scan.sizeInBytes()) {
                    if (scan.maxTimestamp() == timestamp) {
                        var found = firstRecord(segment.channel(), at, scan, timestamp, logStartOffset);
                        if (found.isPresent() && found.get().offset() < endOffset) {
                            largest = found.get();
                            break;
                        }
                    }
                }
            } finally {
                segment.release();
            }
        }
        return Optional.ofNullable(largest);
    }

    private static Optional<TimestampAndOffset> firstRecord(
            FileChannel channel, int position, HeaderScan scan, long timestampMs, long startOffset) throws IOException {
        var batch = ByteBuffer.allocate(scan.sizeInBytes());
        while (batch.hasRemaining()) {
            if (channel.read(batch, (long) position + batch.position()) < 0) {
                return Optional.empty();
            }
        }
        batch.flip();
        int epoch = scan.leaderEpoch();
        for (var record : MemoryRecords.readableRecords(batch).records()) {
            if (record.timestamp() >= timestampMs && record.offset() >= startOffset) {
                return Optional.of(new TimestampAndOffset(record.timestamp(), record.offset(), epoch));
            }
        }
        return Optional.empty();
    }
}
