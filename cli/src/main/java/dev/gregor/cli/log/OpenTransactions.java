package dev.gregor.cli.log;

import java.util.HashMap;
import java.util.Map;

/** The transactions that are open at a place in a log, as far as the log goes back. */
final class OpenTransactions implements SegmentCheck {
    private final long logStart;
    /** First offsets by producer. */
    private final Map<Long, Long> firstOffsets = new HashMap<>();

    /** @param logStart where the log begins: what was open there is not known */
    OpenTransactions(long logStart) {
        this.logStart = logStart;
    }

    @Override
    public void onBatch(StoredBatch.Complete stored) {
        var batch = stored.batch();
        if (batch.isControlBatch()) {
            firstOffsets.remove(batch.producerId());
        } else if (batch.isTransactional()) {
            firstOffsets.putIfAbsent(batch.producerId(), stored.baseOffset());
        }
    }

    /** Whether the producer's open transaction may begin there. */
    boolean mayBegin(long producerId, long firstOffset) {
        var known = firstOffsets.get(producerId);
        return firstOffset >= 0 && (known == null || firstOffset < logStart || known == firstOffset);
    }

    /** Whether all before an entry's last stable offset may have been decided when its transaction ended. */
    boolean mayBeStable(TransactionIndexFile.AbortedTransaction ended) {
        long stable = ended.lastOffset() + 1;
        for (var open : firstOffsets.entrySet()) {
            if (open.getKey() != ended.producerId()) {
                stable = Math.min(stable, open.getValue());
            }
        }
        return ended.lastStableOffset() == stable
                || (ended.lastStableOffset() >= 0 && ended.lastStableOffset() < logStart);
    }

    @Override
    public void onEnd(long readTo, boolean readable) {
        // Transactions reach over segments.
    }
}
