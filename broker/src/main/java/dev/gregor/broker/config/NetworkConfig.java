package dev.gregor.broker.config;

import dev.gregor.broker.network.Listener;
import dev.gregor.broker.network.NetworkSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Endpoint;
import org.apache.kafka.server.config.AbstractKafkaConfig;

/** The network's part of {@code server.properties}. */
final class NetworkConfig {
    private NetworkConfig() {}

    static NetworkSettings settings(AbstractKafkaConfig kafka, List<Endpoint> endpoints) {
        var listeners = new ArrayList<Listener>();
        for (var endpoint : endpoints) {
            listeners.add(new Listener(
                    endpoint.listener(),
                    endpoint.host() == null ? "" : endpoint.host(),
                    endpoint.port(),
                    endpoint.securityProtocol()));
        }
        var defaults = NetworkSettings.defaults(listeners);
        long queuedMaxBytes = kafka.getLong("queued.max.request.bytes");
        return new NetworkSettings(
                listeners,
                NetworkSettings.eventLoopsFor(
                        kafka.getInt("num.network.threads"), Runtime.getRuntime().availableProcessors()),
                kafka.getInt("socket.request.max.bytes"),
                queuedMaxBytes > 0 ? queuedMaxBytes : defaults.inFlightMaxBytes(),
                defaults.inFlightMaxBytesPerConnection(),
                defaults.inFlightMaxRequestsPerConnection(),
                kafka.getInt("max.connections"),
                kafka.getInt("max.connections.per.ip"),
                overrides(kafka.getString("max.connections.per.ip.overrides")),
                kafka.getLong("connections.max.idle.ms"),
                kafka.getInt("socket.send.buffer.bytes"),
                kafka.getInt("socket.receive.buffer.bytes"),
                kafka.getInt("socket.listen.backlog.size"));
    }

    private static Map<InetAddress, Integer> overrides(String value) {
        var overrides = new HashMap<InetAddress, Integer>();
        AbstractKafkaConfig.getMap("max.connections.per.ip.overrides", value).forEach((host, limit) -> {
            try {
                overrides.put(InetAddress.getByName(host), Integer.parseInt(limit));
            } catch (UnknownHostException | NumberFormatException e) {
                throw new ConfigurationException(
                        "max.connections.per.ip.overrides holds " + host + ":" + limit
                                + ", which is not a known host and a number.",
                        e);
            }
        });
        return overrides;
    }
}
