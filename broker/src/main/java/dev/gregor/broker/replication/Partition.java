package dev.gregor.broker.replication;

import dev.gregor.broker.storage.LogAppend;
import dev.gregor.broker.storage.LogRead;
import dev.gregor.broker.storage.PartitionLog;
import java.nio.ByteBuffer;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.protocol.Errors;

/**
 * One replica on this broker, leader or follower. Its role is changed by the metadata image's thread alone; everything else
 * may be called from any thread and never blocks.
 */
public interface Partition {
    TopicIdPartition id();

    PartitionLog log();

    boolean isLeader();

    /** @return broker id of the leader, or -1 */
    int leaderId();

    int leaderEpoch();

    /** @return exclusive end of what is committed: consumers read below it */
    long highWatermark();

    /** @return exclusive end of what {@code read_committed} consumers may read */
    long lastStableOffset();

    /**
     * Appends as leader.
     *
     * @param requiredAcks 0, 1 or -1 (all): with -1 the completion runs once the high watermark has passed the last offset,
     *     or with NOT_ENOUGH_REPLICAS (before the append) or NOT_LEADER_OR_FOLLOWER (leadership lost meanwhile). A time-out
     *     is the caller's.
     */
    void append(ByteBuffer records, LogAppend.Origin origin, short requiredAcks, LogAppend.Completion completion);

    /** As {@link PartitionLog#read}, bounded by the isolation level. */
    LogRead read(long fetchOffset, int maxBytes, boolean atLeastOneBatch, FetchIsolation isolation);

    /**
     * Checks a client's idea of the leader epoch (KIP-320).
     *
     * @param currentLeaderEpoch -1 if the client gave none
     * @return NONE, FENCED_LEADER_EPOCH, UNKNOWN_LEADER_EPOCH or NOT_LEADER_OR_FOLLOWER
     */
    Errors checkLeaderEpoch(int currentLeaderEpoch);

    /** Runs {@code waiter} once, soon after the high watermark or last stable offset next moves, or leadership ends. */
    Registration onProgress(Runnable waiter);

    /** Told of each move of the high watermark until leadership ends; called in order, by the thread that moved it. */
    Registration listen(Listener listener);

    /** Something registered that can be taken back. */
    @FunctionalInterface
    interface Registration {
        void cancel();
    }

    /** Follows one tenure of leadership. */
    interface Listener {
        void onHighWatermark(long highWatermark);

        void onLeadershipEnd();
    }

    /** The end a read may see. */
    enum FetchIsolation {
        LOG_END,
        HIGH_WATERMARK,
        LAST_STABLE
    }
}
