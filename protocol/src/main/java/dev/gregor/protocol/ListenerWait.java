package dev.gregor.protocol;

import java.io.IOException;
import java.util.List;

/**
 * Waits until anybody listens at a cluster's addresses. A connection is made and closed again; nothing is said on it, so any
 * security protocol will do.
 */
public final class ListenerWait {
    private ListenerWait() {}

    /**
     * Returns as soon as one address takes a connection.
     *
     * @param addresses at least one
     * @throws ClusterUnreachableException when none does in this time: with each address, and how it failed
     */
    public static void await(List<Address> addresses, int timeoutMs) {
        var attempts = new Attempts(timeoutMs);
        while (true) {
            IOException last = new IOException("no address to connect to");
            for (int i = 0; i < addresses.size(); i++) {
                var address = addresses.get(i);
                try {
                    SocketTransport.connect(address, attempts.deadline().share(addresses.size() - i))
                            .close();
                    return;
                } catch (IOException failed) {
                    attempts.failed(address, failed);
                    last = failed;
                }
            }
            attempts.pauseOrThrow(last);
        }
    }
}
