package dev.gregor.broker.storage;

import java.io.IOException;
import java.util.List;

/** Makes the producers of a log as of an offset: from the newest snapshot before it, and the batches' headers after that. */
final class ProducerRebuild {
    private ProducerRebuild() {}

    static void rebuild(
            ProducerStates producers, List<LogSegment> segments, long logStartOffset, long endOffset, HeaderScan scan)
            throws IOException {
        long from = Math.max(producers.loadBefore(endOffset), logStartOffset);
        for (int i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            boolean before = i + 1 < segments.size() && segments.get(i + 1).baseOffset() <= from;
            if (before || segment.baseOffset() >= endOffset || from >= endOffset) {
                continue;
            }
            scan.begin(segment.channel(), segment.size());
            int at = from <= segment.baseOffset() ? 0 : segment.offsetIndex().floorPosition(from);
            for (; scan.moveTo(at) && scan.lastOffset() < endOffset; at += scan.sizeInBytes()) {
                boolean known = scan.lastOffset() < from || scan.magic() != BatchFormat.CURRENT_MAGIC;
                if (!known && scan.buffer().getLong(scan.headerStart() + BatchFormat.PRODUCER_ID) >= 0) {
                    producers.onBatch(scan.buffer(), scan.headerStart());
                }
            }
        }
    }
}
