package dev.gregor.broker;

import dev.gregor.broker.config.ConfigurationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Endpoint;

/** Ports before they are bound, and after. */
final class Ports {
    private Ports() {}

    /**
     * Looks whether all listeners could be bound, before any folder is touched.
     *
     * @throws ConfigurationException for the first that could not
     */
    static void check(List<Endpoint> listeners) {
        for (var listener : listeners) {
            try (var probe = new ServerSocket()) {
                probe.setReuseAddress(true);
                probe.bind(
                        listener.host() == null
                                ? new InetSocketAddress(listener.port())
                                : new InetSocketAddress(listener.host(), listener.port()));
            } catch (IOException e) {
                throw new ConfigurationException("listener " + listener.listener() + "://"
                        + (listener.host() == null ? "" : listener.host()) + ":" + listener.port()
                        + " cannot be bound (" + e.getMessage() + "); stop what uses the port, or choose another in"
                        + " listeners; nothing was changed.");
            }
        }
    }

    /** What others are told: this machine's name where no host is said, the bound port where none is. */
    static List<Endpoint> advertised(List<Endpoint> listeners, Map<String, InetSocketAddress> bound) {
        var advertised = new ArrayList<Endpoint>();
        for (var listener : listeners) {
            var address = bound.get(listener.listener());
            int port = listener.port() == 0 && address != null ? address.getPort() : listener.port();
            var host = listener.host() == null || listener.host().isBlank() ? machine() : listener.host();
            advertised.add(new Endpoint(listener.listener(), listener.securityProtocol(), host, port));
        }
        return advertised;
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getCanonicalHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
