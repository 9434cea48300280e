package dev.gregor.broker.group;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition, up to ten seconds. */
public final class Await {
    private static final long TIMEOUT_NANOS = 10_000_000_000L;
    private static final long PAUSE_NANOS = 1_000_000L;

    private Await() {}

    public static void until(Callable<Boolean> condition) {
        var deadline = System.nanoTime() + TIMEOUT_NANOS;
        try {
            while (!condition.call()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("not within ten seconds");
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
