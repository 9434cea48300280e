package dev.gregor.broker.storage;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread that waits to have a log for itself, for work that may take long: truncating, deleting, closing. It is handed the
 * turn by the present writer, together with what waits behind it; appends queue up meanwhile and block nobody.
 */
final class ExclusiveTurn extends TurnQueue.Work {
    private final Thread owner = Thread.currentThread();
    private volatile boolean granted;

    boolean isMine() {
        return Thread.currentThread() == owner;
    }

    void grant() {
        granted = true;
        LockSupport.unpark(owner);
    }

    /** @return the work that waits behind this */
    TurnQueue.@Nullable Work await() {
        boolean interrupted = false;
        while (!granted) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return next;
    }
}
