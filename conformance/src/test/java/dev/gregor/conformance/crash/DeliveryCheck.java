package dev.gregor.conformance.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/**
 * Judges one partition's log by what a producer was told, after the Kafka checker of the Jepsen tests: acknowledged records are
 * at their offsets; an idempotent producer's are there once and in order; nothing is there that was not sent.
 *
 * <p>The values are the numbers that the producer counted up while sending.
 */
final class DeliveryCheck {
    /**
     * A record, as acknowledged or as read.
     *
     * @param offset in the partition
     * @param value the number sent
     */
    record Delivery(long offset, long value) {}

    private DeliveryCheck() {}

    /**
     * Compares what was acknowledged with what was read from the beginning to the end.
     *
     * @param sent how many values were handed to the producer: 0 to {@code sent - 1}
     * @param onceInOrder whether the producer was idempotent
     * @return what is wrong, a line each; empty if nothing is
     */
    static List<String> findings(long sent, List<Delivery> acknowledged, List<Delivery> read, boolean onceInOrder) {
        var findings = new ArrayList<String>();
        var byOffset = new HashMap<Long, Long>();
        var values = new HashSet<Long>();
        long lastOffset = -1;
        long lastValue = -1;
        for (var record : read) {
            if (record.offset <= lastOffset) {
                findings.add("offset " + record.offset + " was read after " + lastOffset);
            }
            if (record.value < 0 || record.value >= sent) {
                findings.add("value " + record.value + " at offset " + record.offset + " was never sent");
            }
            boolean isNew = values.add(record.value);
            if (onceInOrder && !isNew) {
                findings.add("value " + record.value + " is doubled at offset " + record.offset);
            } else if (onceInOrder && record.value < lastValue) {
                findings.add("value " + record.value + " comes after " + lastValue);
            }
            byOffset.put(record.offset, record.value);
            lastOffset = record.offset;
            lastValue = record.value;
        }
        for (var record : acknowledged) {
            var there = byOffset.get(record.offset);
            if (there == null) {
                findings.add("lost: value " + record.value + ", acknowledged at offset " + record.offset);
            } else if (there != record.value) {
                findings.add("offset " + record.offset + " was acknowledged for value " + record.value + " and holds "
                        + there);
            }
        }
        return findings;
    }
}
