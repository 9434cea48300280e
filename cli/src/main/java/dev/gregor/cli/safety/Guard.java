package dev.gregor.cli.safety;

import dev.gregor.cli.context.ChosenCluster;
import dev.gregor.cli.context.Context;
import dev.gregor.cli.context.Context.Care;
import dev.gregor.cli.context.Contexts;
import dev.gregor.protocol.ClusterException;
import java.util.Optional;

/**
 * How careful to be with the cluster that answers. A context's care holds for its cluster also where the line names the
 * address alone, or another context, as far as the context knows the cluster's id.
 *
 * @param named   the context the line means
 * @param context the most careful one of that and those made for the cluster
 */
record Guard(Optional<Context> named, Optional<Context> context, String bootstrap, Optional<String> clusterId) {
    static Guard of(ChosenCluster chosen, Contexts contexts, Optional<String> clusterId) {
        var byId = clusterId.isPresent() ? contexts.ofCluster(clusterId.get()) : Optional.<Context>empty();
        boolean stricter = byId.isPresent()
                && (chosen.context().isEmpty()
                        || byId.get().care().compareTo(chosen.context().get().care()) > 0);
        return new Guard(chosen.context(), stricter ? byId : chosen.context(), chosen.bootstrap(), clusterId);
    }

    /**
     * Goes on where something may be written.
     *
     * @param consequence what the message ends with: {@code nothing was changed.}
     * @throws ClusterException when nothing may
     */
    void refuseWrites(String consequence) {
        var known = named.flatMap(Context::clusterId);
        if (known.isPresent() && clusterId.isPresent() && !known.equals(clusterId)) {
            throw new ClusterException("context " + named.map(Context::name).orElse("") + " was made for cluster "
                    + known.get() + ", but " + clusterId.get() + " answers at " + bootstrap + "; " + consequence);
        }
        if (context.isPresent() && context.get().care() == Care.READ_ONLY) {
            throw new ClusterException("context " + name() + " is read-only; " + consequence);
        }
    }

    /** The name that has to be typed; empty where a yes will do. */
    Optional<String> nameToType() {
        return context.isPresent() && context.get().care() == Care.PROTECTED ? Optional.of(name()) : Optional.empty();
    }

    /** The cluster as a person should see it before agreeing. */
    String clusterText() {
        return "cluster " + clusterId.orElse("without an id") + " ("
                + (context.isPresent() ? "context " + name() + ", " : "") + bootstrap + ")";
    }

    private String name() {
        return context.map(Context::name).orElse("");
    }
}
