package dev.gregor.cli.perf;

import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/** Holds a sender to so many records a second from its first record on, by short sleeps. Not thread-safe. */
public final class Throttle {
    private static final double NANOS_PER_SECOND = 1_000_000_000.0;
    /** Shorter sleeps would be longer than asked for. */
    private static final long SHORTEST_SLEEP_NANOS = 2_000_000;

    private final double recordsPerSecond;
    private OptionalLong startNanos = OptionalLong.empty();

    /** @param recordsPerSecond below 0 for no limit; 0 holds for ever after the first record */
    public Throttle(double recordsPerSecond) {
        this.recordsPerSecond = recordsPerSecond;
    }

    /**
     * Waits until it is time for the next record.
     *
     * @param sent how many have been sent so far
     */
    public void await(long sent) throws InterruptedException {
        if (startNanos.isEmpty()) {
            startNanos = OptionalLong.of(System.nanoTime());
        }
        if (recordsPerSecond < 0 || sent == 0) {
            return;
        }
        if (recordsPerSecond == 0) {
            Thread.sleep(Long.MAX_VALUE);
        }
        long dueNanos = startNanos.getAsLong() + (long) (sent / recordsPerSecond * NANOS_PER_SECOND);
        long waitNanos = dueNanos - System.nanoTime();
        while (waitNanos > 0 && waitNanos >= SHORTEST_SLEEP_NANOS) {
            LockSupport.parkNanos(waitNanos);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            waitNanos = dueNanos - System.nanoTime();
        }
    }
}
