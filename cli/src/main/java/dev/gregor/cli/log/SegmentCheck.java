package dev.gregor.cli.log;

/** Looks at the batches of a segment as they are read, one after the other. */
interface SegmentCheck {
    /** The next batch; its bytes are there until this returns. */
    void onBatch(StoredBatch.Complete stored);

    /**
     * No more batches.
     *
     * @param readTo   up to where the file could be read
     * @param readable whether that is the file's end
     */
    void onEnd(long readTo, boolean readable);
}
