package dev.gregor.broker.replication;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.common.protocol.Errors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One leadership of a partition: the appends that wait for the high watermark, and the listeners that follow it.
 *
 * <p>Any thread may move the high watermark; one at a time tells of it, so that everybody hears moves in order. Whoever finds
 * another at it leaves the news to that one.
 */
final class Tenure {
    private static final Logger LOG = LoggerFactory.getLogger(Tenure.class);

    private final AtomicLong highWatermark;
    /** In order of their offsets, since a log's appends complete in order. */
    private final Queue<Acknowledgement> acknowledgements = new ConcurrentLinkedQueue<>();

    private final CopyOnWriteArrayList<Following> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger news = new AtomicInteger();
    private volatile boolean ended;

    Tenure(AtomicLong highWatermark) {
        this.highWatermark = highWatermark;
    }

    /** Called after each move of the high watermark. */
    void onProgress() {
        if (acknowledgements.isEmpty() && listeners.isEmpty()) {
            return;
        }
        tell();
    }

    /** Leadership is over: whoever waits is told. */
    void end() {
        ended = true;
        tell();
    }

    /** @param outcome told NONE once the high watermark is past {@code offset}, or NOT_LEADER_OR_FOLLOWER */
    void awaitHighWatermark(long offset, Consumer<Errors> outcome) {
        acknowledgements.add(new Acknowledgement(offset, outcome));
        if (ended || highWatermark.get() > offset) {
            tell();
        }
    }

    Partition.Registration listen(Partition.Listener listener) {
        var following = new Following(listener, highWatermark.get());
        listeners.add(following);
        tell(); // it may have moved, or ended, meanwhile
        return () -> listeners.remove(following);
    }

    private void tell() {
        if (news.getAndIncrement() != 0) {
            return;
        }
        int told = 1;
        do {
            if (ended) {
                tellEnd();
            } else {
                tellHighWatermark(highWatermark.get());
            }
            told = news.addAndGet(-told);
        } while (told != 0);
    }

    private void tellHighWatermark(long offset) {
        for (var next = acknowledgements.peek(); next != null && next.offset < offset; next = acknowledgements.peek()) {
            acknowledgements.remove();
            next.tell(Errors.NONE);
        }
        for (var following : listeners) {
            following.tell(offset);
        }
    }

    private void tellEnd() {
        for (var next = acknowledgements.poll(); next != null; next = acknowledgements.poll()) {
            next.tell(Errors.NOT_LEADER_OR_FOLLOWER);
        }
        for (var following : listeners) {
            listeners.remove(following);
            following.tellEnd();
        }
    }

    private record Acknowledgement(long offset, Consumer<Errors> outcome) {
        void tell(Errors error) {
            try {
                outcome.accept(error);
            } catch (RuntimeException e) {
                LOG.error("an append's completion failed", e);
            }
        }
    }

    /** A listener and what it has been told. Touched by one telling thread at a time. */
    private static final class Following {
        private final Partition.Listener listener;
        private long told;

        Following(Partition.Listener listener, long told) {
            this.listener = listener;
            this.told = told;
        }

        void tell(long offset) {
            if (offset > told) {
                told = offset;
                try {
                    listener.onHighWatermark(offset);
                } catch (RuntimeException e) {
                    LOG.error("a listener of the high watermark failed", e);
                }
            }
        }

        void tellEnd() {
            try {
                listener.onLeadershipEnd();
            } catch (RuntimeException e) {
                LOG.error("a listener of the end of leadership failed", e);
            }
        }
    }
}
