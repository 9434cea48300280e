package dev.gregor.broker.network;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Log lines that strangers can cause: at most a few per second, and then how many were left out. May be called from any thread.
 */
final class LimitedLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.gregor.broker.network");
    private static final int LINES_PER_SECOND = 5;
    private static final long NS_PER_SECOND = 1_000_000_000L;

    private final AtomicLong second = new AtomicLong(Long.MIN_VALUE);
    private final AtomicLong lines = new AtomicLong();

    void warn(String line) {
        long now = System.nanoTime() / NS_PER_SECOND;
        long before = second.get();
        if (now != before && second.compareAndSet(before, now)) {
            long leftOut = lines.getAndSet(0) - LINES_PER_SECOND;
            if (leftOut > 0) {
                LOG.warn("{} more lines of this kind were left out", leftOut);
            }
        }
        if (lines.incrementAndGet() <= LINES_PER_SECOND) {
            LOG.warn(line);
        }
    }
}
