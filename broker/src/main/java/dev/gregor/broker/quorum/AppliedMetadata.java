package dev.gregor.broker.quorum;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * How far this broker has followed the metadata log, and who waits for it. A client that was told its topic exists should not
 * be told by the next request that it does not: answers to changes wait until this broker has applied them, but not for long.
 * Thread-safe.
 */
final class AppliedMetadata {
    private static final long LONGEST_WAIT_MS = 2_000;

    private final PriorityQueue<Waiter> waiters = new PriorityQueue<>(); // guarded by itself
    private volatile long offset = -1;

    private record Waiter(long offset, CompletableFuture<Long> future) implements Comparable<Waiter> {
        @Override
        public int compareTo(Waiter other) {
            return Long.compare(offset, other.offset);
        }
    }

    /** @return offset of the newest metadata record that partitions here have followed, or -1 */
    long offset() {
        return offset;
    }

    void onApplied(long newOffset) {
        List<Waiter> done = new ArrayList<>();
        synchronized (waiters) {
            offset = newOffset;
            var first = waiters.peek();
            while (first != null && first.offset <= newOffset) {
                done.add(first);
                waiters.remove();
                first = waiters.peek();
            }
        }
        for (var waiter : done) {
            waiter.future.complete(newOffset);
        }
    }

    /** @return completes once the record at an offset is applied, or after two seconds all the same */
    CompletionStage<Long> upTo(long wanted) {
        if (offset >= wanted) {
            return CompletableFuture.completedFuture(offset);
        }
        var future = new CompletableFuture<Long>();
        synchronized (waiters) {
            if (offset >= wanted) {
                return CompletableFuture.completedFuture(offset);
            }
            waiters.add(new Waiter(wanted, future));
        }
        return future.completeOnTimeout(wanted, LONGEST_WAIT_MS, TimeUnit.MILLISECONDS);
    }
}
