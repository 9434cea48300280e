package dev.gregor.cli.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.kafka.common.utils.Utils;

/**
 * How many records and bytes each key has. Only so many keys, of so many bytes together, are told apart, so that a log of any
 * size can be counted.
 */
final class Keys {
    /** Of all keys together. */
    private static final long MOST_BYTES = 64L << 20;

    private final int most;
    private long keyBytes;
    private final Map<ByteBuffer, Count> counts = new HashMap<>();
    private boolean overflowed;

    private static final class Count {
        private long records;
        private long bytes;
    }

    /**
     * One key.
     *
     * @param key as UTF-8
     */
    record Total(String key, long records, long bytes) {}

    Keys(int most) {
        this.most = most;
    }

    void add(ByteBuffer key, int recordBytes) {
        var count = counts.get(key);
        if (count == null) {
            if (counts.size() == most || keyBytes + key.remaining() > MOST_BYTES) {
                overflowed = true;
                return;
            }
            keyBytes += key.remaining();
            count = new Count();
            counts.put(ByteBuffer.wrap(Utils.readBytes(key.duplicate())), count);
        }
        count.records++;
        count.bytes += recordBytes;
    }

    /** Different keys; more are there when {@link #overflowed}. */
    int distinct() {
        return counts.size();
    }

    /** Whether there were more keys than are told apart. */
    boolean overflowed() {
        return overflowed;
    }

    /** Those with the most bytes, the first one most. */
    List<Total> top(int count) {
        var order = Comparator.comparingLong(Total::bytes).reversed().thenComparing(Total::key);
        // The last of those found so far is the first to go, so that a million keys become texts one at a time.
        var found = new PriorityQueue<Total>(order.reversed());
        counts.forEach((key, counted) -> {
            found.add(new Total(
                    StandardCharsets.UTF_8.decode(key.duplicate()).toString(), counted.records, counted.bytes));
            if (found.size() > count) {
                found.remove();
            }
        });
        return found.stream().sorted(order).toList();
    }
}
