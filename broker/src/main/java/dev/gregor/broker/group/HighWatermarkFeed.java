package dev.gregor.broker.group;

import dev.gregor.broker.replication.Partition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.coordinator.common.runtime.PartitionWriter;
import org.jspecify.annotations.Nullable;

/**
 * Passes a partition's high watermark on to a coordinator for one tenure of leadership, upwards only.
 *
 * <p>The lock orders the first value, read by the thread that registers, before those that are pushed: the receiver keeps
 * just the last one it was given.
 */
final class HighWatermarkFeed implements Partition.Listener {
    private final TopicPartition topicPartition;
    private final PartitionWriter.Listener receiver;
    private volatile Partition.@Nullable Registration registration;
    private long passedOn;
    private boolean ended;

    HighWatermarkFeed(TopicPartition topicPartition, PartitionWriter.Listener receiver) {
        this.topicPartition = topicPartition;
        this.receiver = receiver;
    }

    /**
     * Begins. The mark may have moved since the coordinator was loaded; waiting for its next move would hide what was loaded
     * from readers until somebody writes, so it is passed on at once. An empty log has no mark worth telling.
     */
    void follow(Partition partition) {
        registration = partition.listen(this);
        var highWatermark = partition.highWatermark();
        if (partition.isLeader() && highWatermark > partition.log().logStartOffset()) {
            onHighWatermark(highWatermark);
        }
    }

    @Override
    public synchronized void onHighWatermark(long highWatermark) {
        if (!ended && highWatermark > passedOn) {
            passedOn = highWatermark;
            receiver.onHighWatermarkUpdated(topicPartition, highWatermark);
        }
    }

    /** The partition forgets its listeners by itself then. */
    @Override
    public synchronized void onLeadershipEnd() {
        ended = true;
    }

    /** Called by the thread that called {@link #follow}, or after it. Never cancels under the lock that a push may wait for. */
    void end() {
        onLeadershipEnd();
        var following = registration;
        if (following != null) {
            following.cancel();
        }
    }
}
