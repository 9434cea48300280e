package dev.gregor.broker.storage;

import java.nio.ByteBuffer;

/**
 * Record batches on their way into one log.
 *
 * <p>The buffer is the caller's: it must stay untouched until the completion has run. Base offsets, leader epochs and, with
 * {@code LogAppendTime}, timestamps are patched in place, unless the batches come from a leader.
 */
public final class LogAppend extends TurnQueue.Work {
    /** Whose batches these are, which decides what is checked and assigned. */
    public enum Origin {
        /** A producer's: everything is checked, offsets are assigned. */
        CLIENT,
        /** A coordinator of this broker: offsets are assigned, producer sequences are not checked. */
        COORDINATOR,
        /** The leader's, fetched by a follower: offsets and epochs are kept as they are. */
        REPLICATION
    }

    /** Told once of the outcome, by whichever thread wrote; it must not block. */
    @FunctionalInterface
    public interface Completion {
        void onAppended(AppendResult result);
    }

    private final ByteBuffer records;
    private final Origin origin;
    private final int leaderEpoch;
    private final Completion completion;

    /**
     * @param records one or more whole batches, from position to limit
     * @param leaderEpoch the epoch stamped on each batch
     */
    public LogAppend(ByteBuffer records, Origin origin, int leaderEpoch, Completion completion) {
        this.records = records;
        this.origin = origin;
        this.leaderEpoch = leaderEpoch;
        this.completion = completion;
    }

    public ByteBuffer records() {
        return records;
    }

    public Origin origin() {
        return origin;
    }

    public int leaderEpoch() {
        return leaderEpoch;
    }

    public Completion completion() {
        return completion;
    }
}
