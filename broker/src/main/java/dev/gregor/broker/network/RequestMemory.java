package dev.gregor.broker.network;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds the bytes of all requests that have been read, in part or in full, and are not answered yet.
 *
 * <p>At the limit no connection begins another request; one that is half read goes on, for finishing it is what frees memory.
 * Should half-read ones alone go beyond the limit by the size of the largest request, those who want more are closed.
 * May be called from any thread.
 */
final class RequestMemory {
    private final long limit;
    private final long hardLimit;
    private final AtomicLong used = new AtomicLong();
    private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    RequestMemory(long limit, int requestMaxBytes) {
        this.limit = limit;
        this.hardLimit = limit + requestMaxBytes;
    }

    boolean isExhausted() {
        return used.get() >= limit;
    }

    boolean isFarExhausted() {
        return used.get() >= hardLimit;
    }

    long used() {
        return used.get();
    }

    void take(long bytes) {
        used.addAndGet(bytes);
    }

    void give(long bytes) {
        if (used.addAndGet(-bytes) < limit && !waiting.isEmpty()) {
            wakeAll();
        }
    }

    /** Runs {@code resume}, on any thread, once there is memory again: at once, if there is by now. */
    void whenAvailable(Runnable resume) {
        waiting.add(resume);
        if (!isExhausted()) {
            wakeAll();
        }
    }

    private void wakeAll() {
        for (var resume = waiting.poll(); resume != null; resume = waiting.poll()) {
            resume.run();
        }
    }
}
