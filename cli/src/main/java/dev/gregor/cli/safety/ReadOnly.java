package dev.gregor.cli.safety;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.context.Context.Care;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;

/** For commands that write without asking, such as those that produce records. */
public final class ReadOnly {
    private ReadOnly() {}

    /**
     * Goes on unless the cluster is one that nothing is written to.
     *
     * @param verb what did not happen: {@code produced}
     * @throws ClusterException when its context is read-only
     */
    public static void refuse(ConnectionOptions connection, ClusterClient client, String verb) {
        var guard = Guard.of(
                connection.cluster(),
                connection.session().contexts(),
                client.cluster().clusterId());
        if (guard.context().isPresent() && guard.context().get().care() == Care.READ_ONLY) {
            throw new ClusterException(
                    "context " + guard.context().get().name() + " is read-only; nothing was " + verb + ".");
        }
    }
}
