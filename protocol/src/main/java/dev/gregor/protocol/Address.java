package dev.gregor.protocol;

import java.util.ArrayList;
import java.util.List;

/** A host and a port (1–65535) as written in {@code bootstrap.servers}; IPv6 literals stand in brackets there. */
public record Address(String host, int port) {
    private static final int MAX_PORT = 65_535;

    public Address {
        if (host.isEmpty()) {
            throw new IllegalArgumentException("an address needs a host before the ':'");
        }
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("port " + port + " of " + host + " is not between 1 and " + MAX_PORT);
        }
    }

    /**
     * Reads a list as in {@code bootstrap.servers}: {@code host:port,host:port}, a protocol prefix is passed over.
     *
     * @throws IllegalArgumentException naming the part that cannot be read
     */
    public static List<Address> parseList(String list) {
        var addresses = new ArrayList<Address>();
        for (var part : list.split(",")) {
            if (!part.isBlank()) {
                addresses.add(parse(part.strip()));
            }
        }
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("no address in '" + list + "': expected host:port[,host:port]");
        }
        return List.copyOf(addresses);
    }

    private static Address parse(String text) {
        int scheme = text.indexOf("://");
        var bare = scheme < 0 ? text : text.substring(scheme + "://".length());
        int colon = bare.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("no port in '" + text + "': expected host:port");
        }
        var host = bare.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        try {
            return new Address(host, Integer.parseInt(bare.substring(colon + 1)));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("no port in '" + text + "': expected host:port", notANumber);
        }
    }

    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
