package dev.gregor.cli.group;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the lag of groups moves: what is written and read in a second, over the last half minute, and when a group will have
 * caught up if both go on. No clock: time comes in with each look. Owned by who watches.
 */
final class LagTrend {
    private static final long WINDOW_MS = 30_000;
    private static final double SECOND_MS = 1000.0;

    private final Map<String, Deque<Look>> looks = new HashMap<>();

    private record Look(long atMs, long position, long lag) {}

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
     * One more look at a group.
     *
     * @param position the sum of its positions
     * @param lag      the records it has not read
     * @return empty at the first look, which shows no movement yet
     */
    Optional<Heading> look(String group, long position, long lag, long nowMs) {
        var past = looks.computeIfAbsent(group, first -> new ArrayDeque<>());
        while (past.size() > 1 && nowMs - past.getFirst().atMs() > WINDOW_MS) {
            past.removeFirst();
        }
        past.addLast(new Look(nowMs, position, lag));
        var oldest = past.getFirst();
        double seconds = (nowMs - oldest.atMs()) / SECOND_MS;
        if (seconds <= 0) {
            return Optional.empty();
        }
        double read = (position - oldest.position()) / seconds;
        double written = (position + lag - oldest.position() - oldest.lag()) / seconds;
        return Optional.of(new Heading(lag, Math.max(0, written), read));
    }
}
