package dev.gregor.broker.group;

import dev.gregor.broker.replication.Partition;
import dev.gregor.broker.storage.AppendResult;
import dev.gregor.broker.storage.LogAppend;
import dev.gregor.broker.storage.LogRead;
import dev.gregor.broker.storage.PartitionLog;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.protocol.Errors;

/** A partition with one replica; its log can be taken by somebody else, and its high watermark held back. */
final class TinyPartition implements Partition {
    private final PartitionLog log;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private volatile boolean leader = true;
    private volatile int leaderEpoch;
    private volatile long highWatermark;
    private boolean taken;
    private volatile boolean highWatermarkHeld;

    TinyPartition(PartitionLog log, int leaderEpoch) {
        this.log = log;
        this.leaderEpoch = leaderEpoch;
        this.highWatermark = log.logEndOffset();
    }

    /** From now on appends wait, as if another thread were writing. */
    synchronized void take() {
        taken = true;
    }

    synchronized int waiting() {
        return waiting.size();
    }

    /** Writes all that waits, on this thread, in the order in which it came. */
    void giveBack() {
        var works = new ArrayList<Runnable>();
        synchronized (this) {
            taken = false;
            works.addAll(waiting);
            waiting.clear();
        }
        works.forEach(Runnable::run);
    }

    void holdHighWatermark() {
        highWatermarkHeld = true;
    }

    void moveHighWatermark(long to) {
        highWatermark = to;
        listeners.forEach(listener -> listener.onHighWatermark(to));
    }

    void resign() {
        leader = false;
        listeners.forEach(Listener::onLeadershipEnd);
        listeners.clear();
    }

    void lead(int epoch) {
        leaderEpoch = epoch;
        leader = true;
    }

    int listeners() {
        return listeners.size();
    }

    @Override
    public TopicIdPartition id() {
        return log.id();
    }

    @Override
    public PartitionLog log() {
        return log;
    }

    @Override
    public boolean isLeader() {
        return leader;
    }

    @Override
    public int leaderId() {
        return leader ? TestCluster.BROKER_ID : -1;
    }

    @Override
    public int leaderEpoch() {
        return leaderEpoch;
    }

    @Override
    public long highWatermark() {
        return highWatermark;
    }

    @Override
    public long lastStableOffset() {
        return highWatermark;
    }

    @Override
    public void append(
            ByteBuffer records, LogAppend.Origin origin, short requiredAcks, LogAppend.Completion completion) {
        synchronized (this) {
            if (taken) {
                waiting.add(() -> write(records, origin, completion));
                return;
            }
        }
        write(records, origin, completion);
    }

    private void write(ByteBuffer records, LogAppend.Origin origin, LogAppend.Completion completion) {
        if (!leader) {
            completion.onAppended(new AppendResult.Rejected(
                    Errors.NOT_LEADER_OR_FOLLOWER, "resigned", List.of(), log.logStartOffset()));
            return;
        }
        log.append(new LogAppend(records, origin, leaderEpoch, result -> {
            if (!highWatermarkHeld) {
                moveHighWatermark(log.logEndOffset());
            }
            completion.onAppended(result);
        }));
    }

    @Override
    public LogRead read(long fetchOffset, int maxBytes, boolean atLeastOneBatch, FetchIsolation isolation) {
        return log.read(fetchOffset, maxBytes, atLeastOneBatch, highWatermark);
    }

    @Override
    public Errors checkLeaderEpoch(int currentLeaderEpoch) {
        return Errors.NONE;
    }

    @Override
    public Registration onProgress(Runnable waiter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Registration listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
