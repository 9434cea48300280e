package dev.gregor.cli.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;

/** How many records and bytes each key has. Only so many keys are told apart, so that a log of any size can be counted. */
final class Keys {
    private final int most;
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
            if (counts.size() == most) {
                overflowed = true;
                return;
            }
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
        return counts.entrySet().stream()
                .map(entry -> new Total(
                        StandardCharsets.UTF_8
                                .decode(entry.getKey().duplicate())
                                .toString(),
                        entry.getValue().records,
                        entry.getValue().bytes))
                .sorted(Comparator.comparingLong(Total::bytes).reversed().thenComparing(Total::key))
                .limit(count)
                .toList();
    }
}
