package dev.gregor.broker.network;

import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The connections of each event loop, each set touched by its loop alone; closes those that have been idle too long. */
final class OpenConnections {
    private static final int CHECKS_PER_IDLE_TIME = 10;
    private static final long FASTEST_CHECK_MS = 50;

    private final Map<EventExecutor, Set<Connection>> byLoop = new IdentityHashMap<>();

    /** @param maxIdleMs 0 or less for no limit */
    OpenConnections(EventLoopGroup loops, long maxIdleMs) {
        for (var loop : loops) {
            var connections = new HashSet<Connection>();
            byLoop.put(loop, connections);
            if (maxIdleMs > 0) {
                long everyMs = Math.max(FASTEST_CHECK_MS, maxIdleMs / CHECKS_PER_IDLE_TIME);
                var ignored = loop.scheduleWithFixedDelay(
                        () -> closeIdle(connections, TimeUnit.MILLISECONDS.toNanos(maxIdleMs)),
                        everyMs,
                        everyMs,
                        TimeUnit.MILLISECONDS);
            }
        }
    }

    void add(EventExecutor loop, Connection connection) {
        of(loop).add(connection);
    }

    void remove(EventExecutor loop, Connection connection) {
        of(loop).remove(connection);
    }

    /** Does something with every connection, on its event loop. */
    CompletableFuture<Void> forEach(Consumer<Connection> action) {
        var done = byLoop.entrySet().stream()
                .map(entry -> CompletableFuture.runAsync(
                        () -> List.copyOf(entry.getValue()).forEach(action), entry.getKey()))
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(done);
    }

    private Set<Connection> of(EventExecutor loop) {
        var connections = byLoop.get(loop);
        if (connections == null) {
            throw new IllegalArgumentException("not one of our event loops: " + loop);
        }
        return connections;
    }

    private static void closeIdle(Set<Connection> connections, long maxIdleNs) {
        long nowNs = System.nanoTime();
        for (var connection : List.copyOf(connections)) {
            connection.closeIfIdle(nowNs, maxIdleNs);
        }
    }
}
