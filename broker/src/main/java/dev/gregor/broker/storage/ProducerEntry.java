package dev.gregor.broker.storage;

/**
 * What a log knows of one idempotent producer: its epoch and its last five batches, by which repeated ones are recognised
 * (KIP-98, KIP-360).
 */
final class ProducerEntry {
    static final int BATCHES = 5;
    private static final long NO_TRANSACTION = -1L;

    final long producerId;
    short epoch = BatchFormat.NO_PRODUCER_EPOCH;
    int coordinatorEpoch = -1;
    long lastTimestamp = BatchFormat.NO_TIMESTAMP;
    /** Offset of the first record of the open transaction, or -1. */
    long transactionStart = NO_TRANSACTION;

    private final int[] lastSequences = new int[BATCHES];
    private final long[] lastOffsets = new long[BATCHES];
    private final int[] offsetDeltas = new int[BATCHES];
    private final long[] timestamps = new long[BATCHES];
    private int count;
    private int newest = -1;

    ProducerEntry(long producerId) {
        this.producerId = producerId;
    }

    void add(short batchEpoch, int lastSequence, long lastOffset, int offsetDelta, long timestamp) {
        toEpoch(batchEpoch);
        newest = (newest + 1) % BATCHES;
        count = Math.min(count + 1, BATCHES);
        lastSequences[newest] = lastSequence;
        lastOffsets[newest] = lastOffset;
        offsetDeltas[newest] = offsetDelta;
        timestamps[newest] = timestamp;
        lastTimestamp = timestamp;
    }

    void toEpoch(short newEpoch) {
        if (epoch != newEpoch) {
            count = 0;
            newest = -1;
            epoch = newEpoch;
        }
    }

    void onMarker(short markerEpoch, int markerCoordinatorEpoch, long timestamp) {
        toEpoch(markerEpoch);
        coordinatorEpoch = markerCoordinatorEpoch;
        lastTimestamp = timestamp;
        transactionStart = NO_TRANSACTION;
    }

    boolean hasOpenTransaction() {
        return transactionStart != NO_TRANSACTION;
    }

    int lastSequence() {
        return count == 0 ? BatchFormat.NO_SEQUENCE : lastSequences[newest];
    }

    long lastOffset() {
        return count == 0 ? -1L : lastOffsets[newest];
    }

    int lastOffsetDelta() {
        return count == 0 ? 0 : offsetDeltas[newest];
    }

    /** @return which of the remembered batches has exactly these sequences, or -1 */
    int find(short batchEpoch, int firstSequence, int lastSequence) {
        if (batchEpoch == epoch) {
            for (int i = 0; i < count; i++) {
                if (lastSequences[i] == lastSequence
                        && BatchFormat.minusSequence(lastSequences[i], offsetDeltas[i]) == firstSequence) {
                    return i;
                }
            }
        }
        return -1;
    }

    long lastOffsetOf(int batch) {
        return lastOffsets[batch];
    }

    long firstOffsetOf(int batch) {
        return lastOffsets[batch] - offsetDeltas[batch];
    }

    long timestampOf(int batch) {
        return timestamps[batch];
    }
}
