package dev.gregor.broker.storage;

import java.util.List;

/** What readers may see of a log at one moment: immutable, published by the log's present writer with one volatile write. */
final class LogView {
    private final LogSegment[] segments;
    private final long endOffset;
    private final int endPosition;
    private final int generation;

    LogView(List<LogSegment> segments, long endOffset, int endPosition, int generation) {
        this.segments = segments.toArray(new LogSegment[0]);
        this.endOffset = endOffset;
        this.endPosition = endPosition;
        this.generation = generation;
    }

    int segments() {
        return segments.length;
    }

    /** The segment at an index, by base offset; the last one is appended to. */
    LogSegment segment(int index) {
        return segments[index];
    }

    /** Exclusive. */
    long endOffset() {
        return endOffset;
    }

    /** Where {@link #endOffset()} lies in the last segment's file. */
    int endPosition() {
        return endPosition;
    }

    /** Changes whenever offsets may have moved to other places: remembered places of another one are void. */
    int generation() {
        return generation;
    }

    LogSegment active() {
        return segments[segments.length - 1];
    }

    /** @return index of the last segment that begins at or before an offset; 0 if there is none */
    int floor(long offset) {
        int low = 0;
        int high = segments.length - 1;
        if (segments[high].baseOffset() <= offset) {
            return high;
        }
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (segments[middle].baseOffset() <= offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Math.max(high, 0);
    }

    long sizeBytes() {
        long sum = endPosition;
        for (int i = 0; i < segments.length - 1; i++) {
            sum += segments[i].size();
        }
        return sum;
    }
}
