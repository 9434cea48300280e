package dev.gregor.protocol;

import java.util.List;
import java.util.Optional;

/**
 * The cluster as its metadata showed it last.
 *
 * @param clusterId    empty for the oldest brokers only
 * @param controllerId the controller; on KRaft clusters any broker, which forwards; empty while there is none
 * @param brokers      the live brokers, in the order of the answer
 */
public record Cluster(Optional<String> clusterId, Optional<Integer> controllerId, List<BrokerNode> brokers) {
    public Cluster {
        brokers = List.copyOf(brokers);
    }

    /** The live broker of this id, if it is one. */
    public Optional<BrokerNode> broker(int id) {
        for (var broker : brokers) {
            if (broker.id() == id) {
                return Optional.of(broker);
            }
        }
        return Optional.empty();
    }
}
