package dev.gregor.cli.tx;

import java.util.OptionalLong;

/**
 * A producer as a partition's leader remembers it.
 *
 * @param coordinatorEpoch of the last marker; -1 before the first
 * @param lastTimestampMs  of its last batch, in milliseconds since 1970
 * @param txnStartOffset   the first offset of its transaction that has no marker yet
 */
public record ActiveProducer(
        long producerId,
        int producerEpoch,
        int coordinatorEpoch,
        int lastSequence,
        long lastTimestampMs,
        OptionalLong txnStartOffset) {}
