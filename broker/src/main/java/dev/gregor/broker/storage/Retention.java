package dev.gregor.broker.storage;

import java.io.IOException;

/** Which of a log's segments retention no longer keeps: by log start offset, by size, by time. A pure decision. */
final class Retention {
    private Retention() {}

    /** @return how many of the oldest segments go; none that reaches beyond the high watermark */
    static int deletable(LogView view, long logStartOffset, LogSettings settings, long highWatermark, long nowMs)
            throws IOException {
        var segments = view.segments();
        long excessBytes = settings.deletes() && settings.retentionBytes() >= 0
                ? view.sizeBytes() - settings.retentionBytes()
                : -1;
        int count = 0;
        while (count < segments.length) {
            boolean last = count == segments.length - 1;
            var segment = segments[count];
            int size = last ? view.endPosition() : segment.size();
            long upperBound = last ? view.endOffset() : segments[count + 1].baseOffset();
            if (highWatermark < upperBound || (last && size == 0)) {
                break;
            }
            boolean beforeStart = !last && segments[count + 1].baseOffset() <= logStartOffset;
            boolean tooBig = excessBytes >= 0 && excessBytes - size >= 0;
            boolean tooOld = settings.deletes()
                    && settings.retentionMs() >= 0
                    && nowMs - largestTimestamp(segment) > settings.retentionMs();
            if (!beforeStart && !tooBig && !tooOld) {
                break;
            }
            excessBytes -= size;
            count++;
        }
        return count;
    }

    /** Records without timestamps count from when the file was last written. */
    private static long largestTimestamp(LogSegment segment) throws IOException {
        long timestamp = segment.maxTimestamp();
        return timestamp >= 0 ? timestamp : segment.lastModifiedMs();
    }
}
