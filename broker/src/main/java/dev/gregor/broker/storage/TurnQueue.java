package dev.gregor.broker.storage;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Work that waits for one log, and the turn to do it. Whoever offers work to an idle queue has the turn, and keeps it until
 * {@link #take()} finds nothing more. Offering never waits: one compare-and-set, repeated only if another thread offered at the
 * same instant.
 */
final class TurnQueue {
    /** Something to be done in its turn. */
    abstract static sealed class Work permits LogAppend, ExclusiveTurn, Marker {
        @Nullable
        Work next;
    }

    private static final class Marker extends Work {}

    /** Nobody has the turn. */
    private static final Work IDLE = new Marker();
    /** Somebody has the turn, and nothing waits. */
    private static final Work BUSY = new Marker();

    private final AtomicReference<Work> newest = new AtomicReference<>(IDLE);

    /** @return whether the caller has the turn now, and must take until nothing is left */
    boolean offer(Work work) {
        while (true) {
            var before = newest.get();
            work.next = before == IDLE || before == BUSY ? null : before;
            if (newest.compareAndSet(before, work)) {
                return before == IDLE;
            }
        }
    }

    /** @return all that waits, the oldest first and linked by {@code next}; null if nothing does, and the turn has ended */
    @Nullable
    Work take() {
        if (newest.compareAndSet(BUSY, IDLE)) {
            return null;
        }
        Work work = newest.getAndSet(BUSY);
        Work oldest = null;
        while (work != null) {
            var older = work.next;
            work.next = oldest;
            oldest = work;
            work = older;
        }
        return oldest;
    }
}
