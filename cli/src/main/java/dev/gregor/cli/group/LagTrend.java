package dev.gregor.cli.group;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * How the lag of groups moves: what is written and read in a second, over the last half minute, and when a group will have
 * caught up if both go on. No clock: time comes in with each look, from one that is never set. Owned by who watches.
 */
final class LagTrend {
    private static final long WINDOW_MS = 30_000;
    private static final double SECOND_MS = 1000.0;

    private final Map<String, Deque<Look>> looks = new HashMap<>();

    private record Look(long atMs, Map<TopicPartition, Progress> partitions) {}

    /**
     * How far a group has come in a partition.
     *
     * @param position the offset of the first record it has not read
     * @param lag      the records it has not read
     */
    record Progress(long position, long lag) {}

    /**
     * Where a group is heading.
     *
     * @param writtenPerSecond records written to its partitions
     * @param readPerSecond    records it has read; below 0 after a reset to earlier offsets
     */
    record Heading(long lag, double writtenPerSecond, double readPerSecond) {
        /** Seconds until nothing is unread: 0 when that is so now, empty when it never will be at this rate. */
        Optional<Long> secondsToCatchUp() {
            if (lag == 0) {
                return Optional.of(0L);
            }
            double gain = readPerSecond - writtenPerSecond;
            return gain <= 0 ? Optional.empty() : Optional.of((long) Math.ceil(lag / gain));
        }
    }

    /**
     * One more look at a group. Only what was seen at both ends of the time counts: a partition whose leader is away for a
     * while is no leap.
     *
     * @return empty at the first look, which shows no movement yet
     */
    Optional<Heading> look(String group, Map<TopicPartition, Progress> partitions, long nowMs) {
        var past = looks.computeIfAbsent(group, first -> new ArrayDeque<>());
        while (past.size() > 1 && nowMs - past.getFirst().atMs() > WINDOW_MS) {
            past.removeFirst();
        }
        past.addLast(new Look(nowMs, Map.copyOf(partitions)));
        var oldest = past.getFirst();
        double seconds = (nowMs - oldest.atMs()) / SECOND_MS;
        if (seconds <= 0) {
            return Optional.empty();
        }
        long lag = 0;
        long read = 0;
        long written = 0;
        for (var entry : partitions.entrySet()) {
            var now = entry.getValue();
            lag += now.lag();
            var before = oldest.partitions().get(entry.getKey());
            if (before != null) {
                read += now.position() - before.position();
                written += now.position() + now.lag() - before.position() - before.lag();
            }
        }
        return Optional.of(new Heading(lag, Math.max(0, written / seconds), read / seconds));
    }
}
