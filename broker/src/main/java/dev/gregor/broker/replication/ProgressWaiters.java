package dev.gregor.broker.replication;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runnables that wait for a partition to move on, each run once. With nobody waiting, a move costs one read.
 *
 * <p>No wake-up is lost: a waiter adds itself, then looks again; a mover moves, then looks for waiters.
 */
final class ProgressWaiters {
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();

    Partition.Registration add(Runnable action) {
        var waiter = new Waiter(action);
        waiters.add(waiter);
        return waiter;
    }

    void wake() {
        if (!waiters.isEmpty()) {
            for (var waiter : waiters) {
                if (waiters.remove(waiter)) {
                    waiter.action.run();
                }
            }
        }
    }

    /** Equal to itself alone: one runnable may wait twice. */
    private final class Waiter implements Partition.Registration {
        private final Runnable action;

        Waiter(Runnable action) {
            this.action = action;
        }

        @Override
        public void cancel() {
            waiters.remove(this);
        }
    }
}
