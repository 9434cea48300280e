package dev.gregor.cli.cluster;

import java.util.List;

/** Endpoints in the columns of {@code kafka-cluster.sh list-endpoints}. */
final class EndpointsText {
    private static final int NARROW = 10;
    private static final int TYPE_WIDTH = 15;
    private static final int NO_HOST_WIDTH = 100;

    private EndpointsText() {}

    static String of(List<Endpoints.Endpoint> endpoints, boolean controllers) {
        int hostWidth = endpoints.isEmpty() ? NO_HOST_WIDTH : 0;
        int rackWidth = 0;
        boolean anyRack = false;
        for (var endpoint : endpoints) {
            hostWidth = Math.max(hostWidth, endpoint.host().length());
            anyRack |= endpoint.rack().isPresent();
            rackWidth = Math.max(rackWidth, endpoint.rack().orElse("").length());
        }
        rackWidth = anyRack ? rackWidth : NARROW;
        var text = new StringBuilder();
        append(text, hostWidth, rackWidth, "ID", "HOST", "PORT", "RACK", controllers ? "" : "STATE", "ENDPOINT_TYPE");
        for (var endpoint : endpoints) {
            append(
                    text,
                    hostWidth,
                    rackWidth,
                    String.valueOf(endpoint.id()),
                    endpoint.host(),
                    String.valueOf(endpoint.port()),
                    endpoint.rack().orElse("null"),
                    controllers ? "" : endpoint.isFenced() ? "fenced" : "unfenced",
                    controllers ? "controller" : "broker");
        }
        return text.toString();
    }

    /** An empty state leaves its column out. */
    private static void append(
            StringBuilder text,
            int hostWidth,
            int rackWidth,
            String id,
            String host,
            String port,
            String rack,
            String state,
            String type) {
        pad(text, id, NARROW).append(' ');
        pad(text, host, hostWidth).append(' ');
        pad(text, port, NARROW).append(' ');
        pad(text, rack, rackWidth).append(' ');
        if (!state.isEmpty()) {
            pad(text, state, NARROW).append(' ');
        }
        pad(text, type, TYPE_WIDTH).append('\n');
    }

    private static StringBuilder pad(StringBuilder text, String cell, int width) {
        return text.append(cell).append(" ".repeat(Math.max(0, width - cell.length())));
    }
}
