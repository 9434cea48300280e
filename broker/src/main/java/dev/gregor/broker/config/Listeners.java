package dev.gregor.broker.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Endpoint;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.jspecify.annotations.Nullable;

/**
 * Where this node listens, and what it tells others of it.
 *
 * @param all {@code listeners}; a host of null stands for every interface, a port of 0 for a free one
 * @param advertisedBroker for clients and brokers, as {@code advertised.listeners} has them or else {@code listeners}
 * @param advertisedController for voters, the one for raft first
 */
record Listeners(List<Endpoint> all, List<Endpoint> advertisedBroker, List<Endpoint> advertisedController) {

    static Listeners of(ServerConfig config) {
        var protocols = config.effectiveListenerSecurityProtocolMap();
        var all = AbstractKafkaConfig.listenerListToEndPoints(config.getList("listeners"), protocols);
        var advertised = advertised(config, protocols);
        var controllerNames = config.controllerListenerNames();
        var brokers = new ArrayList<Endpoint>();
        for (var endpoint : advertised.isEmpty() ? all : advertised) {
            if (!controllerNames.contains(endpoint.listener())) {
                brokers.add(endpoint);
            }
        }
        var controllers = new ArrayList<Endpoint>();
        for (var name : controllerNames) {
            var normalised = ListenerName.normalised(name).value();
            var endpoint = named(advertised, normalised);
            if (endpoint == null) {
                endpoint = named(all, normalised);
            }
            if (endpoint != null) {
                controllers.add(endpoint);
            }
        }
        return new Listeners(List.copyOf(all), List.copyOf(brokers), List.copyOf(controllers));
    }

    /** @return the listeners that clients and brokers connect to */
    List<Endpoint> brokerListeners(AbstractKafkaConfig config) {
        var endpoints = new ArrayList<Endpoint>();
        for (var endpoint : all) {
            if (!config.controllerListenerNames().contains(endpoint.listener())) {
                endpoints.add(endpoint);
            }
        }
        return endpoints;
    }

    private static List<Endpoint> advertised(ServerConfig config, Map<ListenerName, SecurityProtocol> protocols) {
        var advertised = config.getList("advertised.listeners");
        return advertised == null
                ? List.of()
                : AbstractKafkaConfig.listenerListToEndPoints(advertised, protocols, false);
    }

    private static @Nullable Endpoint named(List<Endpoint> endpoints, String name) {
        for (var endpoint : endpoints) {
            if (endpoint.listener().equals(name)) {
                return endpoint;
            }
        }
        return null;
    }
}
