package dev.gregor.broker.storage;

/**
 * What readers may see of a log at one moment: immutable, published by the log's present writer with one volatile write.
 *
 * @param segments by base offset; the last one is appended to
 * @param endOffset exclusive
 * @param endPosition where {@code endOffset} lies in the last segment's file
 * @param generation changes whenever offsets may have moved to other places: remembered places of another one are void
 */
record LogView(LogSegment[] segments, long endOffset, int endPosition, int generation) {
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
