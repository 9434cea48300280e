package dev.gregor.broker.replication;

import dev.gregor.broker.storage.AppendResult;
import dev.gregor.broker.storage.LogAppend;
import dev.gregor.broker.storage.LogRead;
import dev.gregor.broker.storage.LogSettings;
import dev.gregor.broker.storage.PartitionLog;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.protocol.Errors;

/**
 * One replica on this broker, leader or follower. Its role is changed by the metadata image's thread, and once by whoever tells
 * that its log directory has failed; everything else may be called from any thread and never blocks.
 *
 * <pre>
 * new → leader ⇄ follower → removed        (each leadership is one {@link Tenure})
 *           ↓         ↓
 *           offline, until a restart         (its log directory has failed)
 * </pre>
 */
public final class Partition {
    private static final short ACKS_ALL = -1;

    private final TopicIdPartition id;
    private final PartitionLog log;
    private final int brokerId;
    private final AtomicLong highWatermark;
    private final ProgressWaiters waiters = new ProgressWaiters();
    private final Optional<Partition> present = Optional.of(this);
    private volatile Role role;

    /** @param highWatermark as last known; bounded by what the log holds */
    Partition(int brokerId, PartitionLog log, PartitionAssignment assignment, long highWatermark) {
        this.brokerId = brokerId;
        this.id = log.id();
        this.log = log;
        this.role = Role.withoutLeadership(assignment, false);
        long bounded = Math.min(Math.max(highWatermark, log.logStartOffset()), log.logEndOffset());
        this.highWatermark = new AtomicLong(bounded);
    }

    public TopicIdPartition id() {
        return id;
    }

    public PartitionLog log() {
        return log;
    }

    public boolean isLeader() {
        return role.tenure.isPresent();
    }

    /** @return broker id of the leader, or -1 */
    public int leaderId() {
        return role.assignment.leaderId();
    }

    public int leaderEpoch() {
        return role.assignment.leaderEpoch();
    }

    /** @return what the metadata image last said of this partition */
    public PartitionAssignment assignment() {
        return role.assignment;
    }

    /** @return exclusive end of what is committed: consumers read below it */
    public long highWatermark() {
        return highWatermark.get();
    }

    /** @return exclusive end of what {@code read_committed} consumers may read */
    public long lastStableOffset() {
        return Math.min(highWatermark.get(), log.firstUnstableOffset());
    }

    /**
     * Appends as leader.
     *
     * @param requiredAcks 0, 1 or -1 (all): with -1 the completion runs once the high watermark has passed the last offset,
     *     or with NOT_ENOUGH_REPLICAS (before the append), NOT_ENOUGH_REPLICAS_AFTER_APPEND or NOT_LEADER_OR_FOLLOWER
     *     (leadership lost meanwhile). A time-out is the caller's.
     */
    public void append(
            ByteBuffer records, LogAppend.Origin origin, short requiredAcks, LogAppend.Completion completion) {
        var current = role;
        if (current.tenure.isEmpty()) {
            completion.onAppended(
                    current.offline
                            ? rejected(Errors.KAFKA_STORAGE_ERROR, "the log directory of " + id + " is offline")
                            : rejected(Errors.NOT_LEADER_OR_FOLLOWER, "broker " + brokerId + " does not lead " + id));
            return;
        }
        if (requiredAcks == ACKS_ALL && current.isUnderMinInsyncReplicas(log.settings())) {
            completion.onAppended(rejected(
                    Errors.NOT_ENOUGH_REPLICAS,
                    "The size of the current ISR : " + current.assignment.isr().size()
                            + " is insufficient to satisfy the min.isr requirement of "
                            + current.minInsyncReplicas(log.settings()) + " for partition " + id.topicPartition()
                            + ", live replica(s) broker.id are : " + current.assignment.isr()));
            return;
        }
        var tenure = current.tenure.get();
        log.append(new LogAppend(
                records,
                origin,
                current.assignment.leaderEpoch(),
                result -> onAppended(tenure, requiredAcks, result, completion)));
    }

    /** As {@link PartitionLog#read}, bounded by the isolation level. */
    public LogRead read(long fetchOffset, int maxBytes, boolean atLeastOneBatch, FetchIsolation isolation) {
        return log.read(fetchOffset, maxBytes, atLeastOneBatch, endOffset(isolation));
    }

    /** @return the exclusive end of what a read of this isolation level may see */
    public long endOffset(FetchIsolation isolation) {
        return switch (isolation) {
            case LOG_END -> log.logEndOffset();
            case HIGH_WATERMARK -> highWatermark();
            case LAST_STABLE -> lastStableOffset();
        };
    }

    /**
     * Checks a client's idea of the leader epoch (KIP-320).
     *
     * @param currentLeaderEpoch -1 if the client gave none
     * @return NONE, FENCED_LEADER_EPOCH, UNKNOWN_LEADER_EPOCH, NOT_LEADER_OR_FOLLOWER or KAFKA_STORAGE_ERROR
     */
    public Errors checkLeaderEpoch(int currentLeaderEpoch) {
        var current = role;
        int epoch = current.assignment.leaderEpoch();
        if (currentLeaderEpoch >= 0 && currentLeaderEpoch != epoch && !current.offline) {
            return currentLeaderEpoch < epoch ? Errors.FENCED_LEADER_EPOCH : Errors.UNKNOWN_LEADER_EPOCH;
        }
        if (current.tenure.isPresent()) {
            return Errors.NONE;
        }
        return current.offline ? Errors.KAFKA_STORAGE_ERROR : Errors.NOT_LEADER_OR_FOLLOWER;
    }

    /**
     * Runs {@code waiter} once, soon after the high watermark or last stable offset next moves, or leadership ends: a caller
     * that looked before it registered looks again afterwards.
     */
    public Registration onProgress(Runnable waiter) {
        return waiters.add(waiter);
    }

    /**
     * Told of each move of the high watermark until leadership ends; called in order, by the thread that moved it. Moves that
     * follow each other closely may be told as one. If this replica does not lead, the end is told at once.
     */
    public Registration listen(Listener listener) {
        var tenure = role.tenure;
        if (tenure.isEmpty()) {
            listener.onLeadershipEnd();
            return () -> {};
        }
        return tenure.get().listen(listener);
    }

    /** Something registered that can be taken back. */
    @FunctionalInterface
    public interface Registration {
        void cancel();
    }

    /** Follows one tenure of leadership. */
    public interface Listener {
        void onHighWatermark(long highWatermark);

        void onLeadershipEnd();
    }

    /** The end a read may see. */
    public enum FetchIsolation {
        LOG_END,
        HIGH_WATERMARK,
        LAST_STABLE
    }

    /** This partition, as a lookup gives it: no object is made for each of them. */
    Optional<Partition> present() {
        return present;
    }

    /** Takes the role that the image gives, or none if the log directory has failed. */
    void apply(PartitionAssignment assignment) {
        var before = role;
        boolean offline = before.offline || !log.isOnline();
        if (assignment.leaderId() != brokerId || offline) {
            endTenure(Role.withoutLeadership(assignment, offline));
            return;
        }
        if (before.tenure.isEmpty() || before.assignment.leaderEpoch() != assignment.leaderEpoch()) {
            log.startEpoch(assignment.leaderEpoch());
        }
        var tenure = before.tenure.isPresent() ? before.tenure : Optional.of(new Tenure(highWatermark));
        var now = new Role(assignment, tenure, false);
        role = now;
        if (now.isAloneInSync()) {
            advanceHighWatermark(tenure.get(), log.logEndOffset());
        }
    }

    /** The replica is no longer here, or the broker stops. */
    void end() {
        endTenure(Role.withoutLeadership(role.assignment, role.offline));
    }

    /** The log directory has failed: nothing is taken or given until a restart. */
    void goOffline() {
        endTenure(Role.withoutLeadership(role.assignment, true));
    }

    private void endTenure(Role next) {
        var before = role;
        role = next;
        before.tenure.ifPresent(Tenure::end);
        waiters.wake();
    }

    private void onAppended(Tenure tenure, short requiredAcks, AppendResult result, LogAppend.Completion completion) {
        if (!(result instanceof AppendResult.Appended appended)) {
            completion.onAppended(result);
            return;
        }
        var current = role;
        if (current.isAloneInSync()) {
            // Only what this append has made durable counts: later ones may still wait for their flush.
            advanceHighWatermark(tenure, appended.lastOffset() + 1);
        }
        if (requiredAcks != ACKS_ALL || appended.lastOffset() < highWatermark.get()) {
            completion.onAppended(requiredAcks == ACKS_ALL ? checkedAfterAppend(appended, current) : appended);
        } else {
            tenure.awaitHighWatermark(appended.lastOffset(), error -> {
                if (error == Errors.NONE) {
                    completion.onAppended(checkedAfterAppend(appended, role));
                } else {
                    completion.onAppended(rejected(error, "broker " + brokerId + " no longer leads " + id));
                }
            });
        }
    }

    private AppendResult checkedAfterAppend(AppendResult.Appended appended, Role current) {
        return current.isUnderMinInsyncReplicas(log.settings())
                ? rejected(Errors.NOT_ENOUGH_REPLICAS_AFTER_APPEND, "too few replicas of " + id + " are in sync")
                : appended;
    }

    private void advanceHighWatermark(Tenure tenure, long offset) {
        long before = highWatermark.get();
        while (before < offset) {
            if (highWatermark.compareAndSet(before, offset)) {
                tenure.onProgress();
                waiters.wake();
                return;
            }
            before = highWatermark.get();
        }
    }

    private AppendResult rejected(Errors error, String message) {
        return new AppendResult.Rejected(error, message, List.of(), log.logStartOffset());
    }

    /** What this replica is at one moment; the tenure is present on the leader, and never on one that is offline. */
    private static final class Role {
        private final PartitionAssignment assignment;
        private final Optional<Tenure> tenure;
        private final boolean offline;
        private final boolean aloneInSync;

        Role(PartitionAssignment assignment, Optional<Tenure> tenure, boolean offline) {
            this.assignment = assignment;
            this.tenure = tenure;
            this.offline = offline;
            this.aloneInSync = tenure.isPresent() && assignment.isr().size() <= 1;
        }

        static Role withoutLeadership(PartitionAssignment assignment, boolean offline) {
            return new Role(assignment, Optional.empty(), offline);
        }

        /** Whether what we hold is committed because nobody else is in sync. */
        boolean isAloneInSync() {
            return aloneInSync;
        }

        int minInsyncReplicas(LogSettings settings) {
            return Math.min(settings.minInsyncReplicas(), assignment.replicas().size());
        }

        boolean isUnderMinInsyncReplicas(LogSettings settings) {
            return assignment.isr().size() < minInsyncReplicas(settings);
        }
    }
}
