package dev.gregor.cli.clients;

import dev.gregor.protocol.Address;
import dev.gregor.protocol.ClusterUnreachableException;
import dev.gregor.protocol.ConnectionSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out whether anybody listens at a cluster's addresses, before kafka-clients' clients wait for that a minute or for ever. A
 * connection is made and closed again; nothing is said on it, so any security protocol will do.
 */
public final class BootstrapProbe {
    private static final int PAUSE_MS = 200;

    private BootstrapProbe() {}

    /**
     * Returns as soon as one address takes a connection.
     *
     * @param bootstrap {@code host:port,host:port}
     * @throws ClusterUnreachableException when none does in ten seconds: with each address, and how it failed
     */
    public static void await(String bootstrap) {
        await(Address.parseList(bootstrap), ConnectionSettings.DEFAULT_TIMEOUT_MS);
    }

    static void await(List<Address> addresses, int timeoutMs) {
        long deadlineNanos = System.nanoTime() + timeoutMs * 1_000_000L;
        while (true) {
            var failures = new LinkedHashMap<Address, IOException>();
            for (var address : addresses) {
                try (var socket = new Socket()) {
                    socket.connect(new InetSocketAddress(address.host(), address.port()), remainingMs(deadlineNanos));
                    return;
                } catch (IOException failed) {
                    failures.put(address, failed);
                }
            }
            if (remainingMs(deadlineNanos) <= PAUSE_MS || !pause()) {
                throw unreachable(failures, timeoutMs);
            }
        }
    }

    private static int remainingMs(long deadlineNanos) {
        return (int) Math.max(1, (deadlineNanos - System.nanoTime()) / 1_000_000L);
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ClusterUnreachableException unreachable(Map<Address, IOException> failures, int timeoutMs) {
        var text = new StringBuilder("no broker answered within ")
                .append(timeoutMs)
                .append(" ms: ");
        failures.forEach((address, failure) ->
                text.append(address).append(' ').append(failure.getMessage()).append("; "));
        text.setLength(text.length() - 2);
        return new ClusterUnreachableException(
                text.toString(), failures.values().iterator().next());
    }
}
