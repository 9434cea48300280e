package dev.gregor.cli.safety;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;

/** For commands that write without asking, such as those that produce records. */
public final class ReadOnly {
    private ReadOnly() {}

    /**
     * Goes on unless the cluster is one that nothing is written to, or not the one its context was made for.
     *
     * @param verb what did not happen: {@code produced}
     * @throws ClusterException when it is
     */
    public static void refuse(ConnectionOptions connection, ClusterClient client, String verb) {
        Guard.of(
                        connection.cluster(),
                        connection.session().contexts(),
                        client.cluster().clusterId())
                .refuseWrites("nothing was " + verb + ".");
    }
}
