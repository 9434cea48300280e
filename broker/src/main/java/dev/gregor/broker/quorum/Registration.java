package dev.gregor.broker.quorum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.Endpoint;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.BrokerRegistrationRequestData;
import org.apache.kafka.common.message.ControllerRegistrationRequestData;
import org.apache.kafka.controller.QuorumFeatures;
import org.apache.kafka.metadata.VersionRange;

/**
 * What this node tells the controller of itself (KIP-631, KIP-919).
 *
 * @param incarnation new at each start
 * @param directories {@code directory.id} of each of {@code log.dirs} that could be used at start
 * @param listeners where clients and brokers are to connect
 * @param previousEpoch of the incarnation before, if that one ended cleanly, or -1 (KIP-966)
 */
record Registration(
        int nodeId,
        String clusterId,
        Uuid incarnation,
        List<Uuid> directories,
        List<Endpoint> listeners,
        List<Endpoint> controllerListeners,
        Optional<String> rack,
        long previousEpoch) {

    /** @param offline directories that have failed since */
    BrokerRegistrationRequestData ofBroker(Set<Uuid> offline) {
        var sorted = new ArrayList<>(directories);
        sorted.removeAll(offline);
        sorted.sort(Uuid::compareTo);
        var request = new BrokerRegistrationRequestData()
                .setBrokerId(nodeId)
                .setClusterId(clusterId)
                .setIncarnationId(incarnation)
                .setIsMigratingZkBroker(false)
                .setRack(rack.orElse(null))
                .setPreviousBrokerEpoch(previousEpoch)
                .setLogDirs(sorted);
        for (var listener : listeners) {
            request.listeners()
                    .add(new BrokerRegistrationRequestData.Listener()
                            .setName(listener.listener())
                            .setHost(listener.host())
                            .setPort(listener.port())
                            .setSecurityProtocol(listener.securityProtocol().id));
        }
        for (var feature : features().entrySet()) {
            request.features()
                    .add(new BrokerRegistrationRequestData.Feature()
                            .setName(feature.getKey())
                            .setMinSupportedVersion(feature.getValue().min())
                            .setMaxSupportedVersion(feature.getValue().max()));
        }
        return request;
    }

    /** @return whether others could reach the controller: the only voter of a quorum needs no port */
    boolean hasControllerPorts() {
        for (var listener : controllerListeners) {
            if (listener.port() == 0) {
                return false;
            }
        }
        return true;
    }

    ControllerRegistrationRequestData ofController() {
        var request = new ControllerRegistrationRequestData()
                .setControllerId(nodeId)
                .setIncarnationId(incarnation)
                .setZkMigrationReady(false);
        for (var listener : controllerListeners) {
            request.listeners()
                    .add(new ControllerRegistrationRequestData.Listener()
                            .setName(listener.listener())
                            .setHost(listener.host() == null ? "localhost" : listener.host())
                            .setPort(listener.port())
                            .setSecurityProtocol(listener.securityProtocol().id));
        }
        for (var feature : features().entrySet()) {
            request.features()
                    .add(new ControllerRegistrationRequestData.Feature()
                            .setName(feature.getKey())
                            .setMinSupportedVersion(feature.getValue().min())
                            .setMaxSupportedVersion(feature.getValue().max()));
        }
        return request;
    }

    static Map<String, VersionRange> features() {
        return QuorumFeatures.defaultSupportedFeatureMap(false);
    }
}
