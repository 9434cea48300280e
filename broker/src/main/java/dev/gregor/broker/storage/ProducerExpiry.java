package dev.gregor.broker.storage;

import java.time.Clock;

/**
 * When a producer is forgotten: it has been silent for too long and has no transaction open.
 *
 * @param expirationMs {@code producer.id.expiration.ms}
 */
record ProducerExpiry(Clock clock, long expirationMs) {
    long nowMs() {
        return clock.millis();
    }

    boolean isOver(ProducerEntry entry, long nowMs) {
        return !entry.hasOpenTransaction() && nowMs - entry.lastTimestamp >= expirationMs;
    }
}
