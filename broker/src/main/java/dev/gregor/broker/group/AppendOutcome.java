package dev.gregor.broker.group;

import dev.gregor.broker.storage.AppendResult;
import dev.gregor.broker.storage.LogAppend;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What became of one append, for the one thread that waits for it. As a rule it is there before {@link #await} is called. */
final class AppendOutcome implements LogAppend.Completion {
    private final Thread waiter = Thread.currentThread();
    private volatile @Nullable AppendResult result;

    @Override
    public void onAppended(AppendResult appended) {
        result = appended;
        if (Thread.currentThread() != waiter) {
            LockSupport.unpark(waiter);
        }
    }

    /** Waits through interrupts, which are left set. */
    AppendResult await() {
        var interrupted = false;
        var outcome = result;
        while (outcome == null) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
            outcome = result;
        }
        if (interrupted) {
            waiter.interrupt();
        }
        return outcome;
    }
}
