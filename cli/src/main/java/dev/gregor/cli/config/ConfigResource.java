package dev.gregor.cli.config;

import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.Target;

/**
 * One thing that has configs.
 *
 * @param name a topic's, group's or metrics' name, a broker's id, or empty for the default of all brokers
 */
public record ConfigResource(ConfigKind kind, String name) {
    /** Whether this is the default of all brokers. */
    public boolean isDefault() {
        return name.isEmpty();
    }

    /** Whether only one broker knows: the one whose configs they are. */
    boolean isOfOneBroker() {
        return kind == ConfigKind.BROKER_LOGGER || (kind == ConfigKind.BROKER && !isDefault());
    }

    /**
     * Who tells these configs.
     *
     * @throws NumberFormatException when it is a broker whose id is no number
     */
    Target teller(ClusterClient client) {
        return isOfOneBroker() ? Target.broker(Integer.parseInt(name)) : client.whoeverKnows();
    }

    /** Who changes them: controllers change all but loggers themselves. */
    Target changer(ClusterClient client) {
        return client.throughControllers() && kind != ConfigKind.BROKER_LOGGER ? Target.controller() : teller(client);
    }
}
