package dev.gregor.broker.storage;

import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.common.TopicIdPartition;

/**
 * The log of one replica. Appends may come from any thread and never block; reads take no lock; truncation and deletion are
 * asked for by the thread that changes the replica's role.
 */
public interface PartitionLog {
    TopicIdPartition id();

    LogSettings settings();

    /** Takes effect at the next append, roll or retention pass. */
    void reconfigure(LogSettings settings);

    long logStartOffset();

    /** @return the offset that the next record gets */
    long logEndOffset();

    /** @return the offset of the first record of the oldest open transaction, or {@link #logEndOffset()} if none is open */
    long firstUnstableOffset();

    /** @return bytes of all segments' {@code .log} files */
    long sizeBytes();

    /**
     * Queues batches; the caller writes them, and all that others queue meanwhile, if it finds the log free. With {@code
     * flush.messages=1} the completion runs after an fsync that several appends may share.
     */
    void append(LogAppend append);

    /**
     * Finds batches from an offset on.
     *
     * @param maxBytes the most bytes wanted
     * @param atLeastOneBatch whether a first batch beyond {@code maxBytes} is given all the same (KIP-74)
     * @param endOffset exclusive: high watermark, last stable offset or log end offset
     */
    LogRead read(long fetchOffset, int maxBytes, boolean atLeastOneBatch, long endOffset);

    /** @return the first record whose timestamp is at least {@code timestampMs}, below {@code endOffset} */
    Optional<TimestampAndOffset> offsetForTimestamp(long timestampMs, long endOffset);

    /** @return the record with the largest timestamp below {@code endOffset} (KIP-734) */
    Optional<TimestampAndOffset> maxTimestamp(long endOffset);

    /** @return the epoch of the newest batch, if there is one */
    OptionalInt latestEpoch();

    /** @return the epoch that wrote the record at an offset */
    OptionalInt epochForOffset(long offset);

    /** @return the largest epoch not above the one asked for, and where it ends (KIP-101, KIP-320) */
    EpochEndOffset endOffsetForEpoch(int leaderEpoch);

    /** Notes that {@code leaderEpoch} starts at the log end offset: called when this replica becomes leader. */
    void startEpoch(int leaderEpoch);

    /** Cuts the log back so that it ends at {@code offset}, on a follower that differs from its leader. */
    void truncateTo(long offset);

    /** Drops everything and starts again at {@code offset}. */
    void truncateFullyAndStartAt(long offset);

    /** Moves the log start offset forward (KIP-107); what lies before it may be deleted. Never moves it back. */
    void advanceLogStartOffset(long offset);

    /**
     * A record's place by time.
     *
     * @param leaderEpoch epoch of its batch, or -1
     */
    record TimestampAndOffset(long timestampMs, long offset, int leaderEpoch) {}

    /**
     * Where an epoch ends.
     *
     * @param leaderEpoch -1 if none is known
     * @param endOffset exclusive; -1 if none is known
     */
    record EpochEndOffset(int leaderEpoch, long endOffset) {}
}
