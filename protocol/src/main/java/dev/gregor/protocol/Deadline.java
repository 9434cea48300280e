package dev.gregor.protocol;

/**
 * The moment by which something is to be over.
 *
 * @param nanos by {@link System#nanoTime}
 */
record Deadline(long nanos) {
    private static final long NANOS_PER_MS = 1_000_000L;

    /** Does for TCP, TLS and SASL with a broker far away; many tries get less only when half the time is less. */
    private static final long LONG_ENOUGH_NANOS = 3_000 * NANOS_PER_MS;

    static Deadline in(long ms) {
        return new Deadline(System.nanoTime() + ms * NANOS_PER_MS);
    }

    /** At least 1: who waits 0 ms on a socket waits for ever. */
    int remainingMs() {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, remainingNanos() / NANOS_PER_MS));
    }

    boolean isOver() {
        return remainingNanos() <= 0;
    }

    /** For the first of so many tries, of which none may use up the others' time. */
    Deadline share(int tries) {
        if (tries == 1) {
            return this;
        }
        long remainingNanos = remainingNanos();
        long shareNanos = Math.max(remainingNanos / tries, Math.min(LONG_ENOUGH_NANOS, remainingNanos / 2));
        return new Deadline(System.nanoTime() + shareNanos);
    }

    private long remainingNanos() {
        return nanos - System.nanoTime();
    }
}
