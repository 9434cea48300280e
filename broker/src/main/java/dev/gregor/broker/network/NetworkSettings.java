package dev.gregor.broker.network;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;

/**
 * What the network layer is told by {@code server.properties}; names in parentheses are Kafka's.
 *
 * @param eventLoops threads that serve connections; {@link #eventLoopsFor} gives the default
 * @param requestMaxBytes largest frame accepted ({@code socket.request.max.bytes})
 * @param inFlightMaxBytes bytes of requests read and not yet answered, in all, from which on no connection begins another
 *     ({@code queued.max.request.bytes}, which Kafka leaves unbounded by default)
 * @param inFlightMaxBytesPerConnection the same for one connection
 * @param inFlightMaxRequestsPerConnection produce requests of one connection that may wait for acknowledgement at a time
 * @param maxConnections in all ({@code max.connections}); more wait to be accepted until others close
 * @param maxConnectionsPerIp {@code max.connections.per.ip}; more are closed at once
 * @param maxConnectionsPerIpOverrides {@code max.connections.per.ip.overrides}
 * @param connectionsMaxIdleMs {@code connections.max.idle.ms}; 0 or less for no limit
 * @param sendBufferBytes {@code socket.send.buffer.bytes}; -1 leaves it to the operating system
 * @param receiveBufferBytes {@code socket.receive.buffer.bytes}; -1 leaves it to the operating system
 * @param listenBacklog {@code socket.listen.backlog.size}
 */
public record NetworkSettings(
        List<Listener> listeners,
        int eventLoops,
        int requestMaxBytes,
        long inFlightMaxBytes,
        long inFlightMaxBytesPerConnection,
        int inFlightMaxRequestsPerConnection,
        int maxConnections,
        int maxConnectionsPerIp,
        Map<InetAddress, Integer> maxConnectionsPerIpOverrides,
        long connectionsMaxIdleMs,
        int sendBufferBytes,
        int receiveBufferBytes,
        int listenBacklog) {
    public NetworkSettings {
        listeners = List.copyOf(listeners);
        maxConnectionsPerIpOverrides = Map.copyOf(maxConnectionsPerIpOverrides);
        if (eventLoops < 1 || requestMaxBytes < 1 || inFlightMaxRequestsPerConnection < 1) {
            throw new IllegalArgumentException(
                    "event loops, request size and requests in flight must be at least 1, but are " + eventLoops + ", "
                            + requestMaxBytes + " and " + inFlightMaxRequestsPerConnection);
        }
        if (inFlightMaxBytes < 1 || inFlightMaxBytesPerConnection < 1) {
            throw new IllegalArgumentException("bytes in flight must be at least 1, but are " + inFlightMaxBytes
                    + " in all and " + inFlightMaxBytesPerConnection + " per connection");
        }
    }

    /** Kafka's defaults, and bounds of our own where Kafka has none. */
    public static NetworkSettings defaults(List<Listener> listeners) {
        return new NetworkSettings(
                listeners,
                eventLoopsFor(3, Runtime.getRuntime().availableProcessors()),
                100 << 20,
                Math.max(32L << 20, Runtime.getRuntime().maxMemory() / 4),
                16L << 20,
                64,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                Map.of(),
                600_000,
                100 << 10,
                100 << 10,
                50);
    }

    /**
     * An event loop does all of a request's work, so more of them than processors only adds switches between threads.
     *
     * @param networkThreads {@code num.network.threads}
     */
    public static int eventLoopsFor(int networkThreads, int processors) {
        return Math.max(1, Math.min(networkThreads, processors));
    }

    int maxConnectionsFrom(InetAddress address) {
        return maxConnectionsPerIpOverrides.getOrDefault(address, maxConnectionsPerIp);
    }
}
