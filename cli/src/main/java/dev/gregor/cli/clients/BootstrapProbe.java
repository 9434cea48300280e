package dev.gregor.cli.clients;

import dev.gregor.protocol.Address;
import dev.gregor.protocol.ConnectionSettings;
import dev.gregor.protocol.ListenerWait;

/** Finds out whether anybody listens at a cluster's addresses, before kafka-clients' clients wait for that a minute or for ever. */
public final class BootstrapProbe {
    private BootstrapProbe() {}

    /**
     * Returns as soon as one address takes a connection.
     *
     * @param bootstrap {@code host:port,host:port}
     * @throws dev.gregor.protocol.ClusterUnreachableException when none does in ten seconds: with each address, and how it failed
     */
    public static void await(String bootstrap) {
        ListenerWait.await(Address.parseList(bootstrap), ConnectionSettings.DEFAULT_TIMEOUT_MS);
    }
}
