package dev.gregor.broker.config;

import java.util.HashMap;
import java.util.Map;

/**
 * What a configuration leaves out and Apache Kafka would insist on, so that a node starts with as little as nothing said: one
 * node that is broker and controller.
 */
final class Unsaid {
    private static final String CONTROLLER = "CONTROLLER";

    /** Port 0: the only voter of a quorum is asked by nobody, so its listener needs no port of its own. */
    private static final String LONELY_CONTROLLER = CONTROLLER + "://127.0.0.1:0";

    /** Kafka's default of listener.security.protocol.map. */
    private static final String BY_OWN_NAMES =
            "PLAINTEXT:PLAINTEXT,SSL:SSL,SASL_PLAINTEXT:SASL_PLAINTEXT,SASL_SSL:SASL_SSL";

    private Unsaid() {}

    static Map<String, String> filledIn(ServerProperties said) {
        var values = new HashMap<>(said.values());
        if (!values.containsKey("broker.id")) {
            values.putIfAbsent("node.id", "1");
        }
        boolean rolesSaid = values.containsKey("process.roles");
        values.putIfAbsent("process.roles", "broker,controller");
        if (!said.hasFile()) {
            forOneNodeWithoutFile(values);
        }
        boolean controller = values.get("process.roles").contains("controller");
        if (!values.containsKey("controller.listener.names") && !(rolesSaid && !controller)) {
            addController(values);
        }
        if (controller
                && blank(values, "controller.quorum.voters")
                && blank(values, "controller.quorum.bootstrap.servers")) {
            values.put("controller.quorum.bootstrap.servers", "localhost:9093");
        }
        return values;
    }

    private static void addController(Map<String, String> values) {
        values.put("controller.listener.names", CONTROLLER);
        var listeners = values.getOrDefault("listeners", "PLAINTEXT://:9092");
        values.put("listeners", listeners.isBlank() ? LONELY_CONTROLLER : listeners + "," + LONELY_CONTROLLER);
        var map = values.getOrDefault("listener.security.protocol.map", "");
        if (!map.contains(CONTROLLER + ":")) {
            var others = map.isBlank() ? BY_OWN_NAMES : map;
            values.put("listener.security.protocol.map", others + "," + CONTROLLER + ":PLAINTEXT");
        }
    }

    private static void forOneNodeWithoutFile(Map<String, String> values) {
        if (!values.containsKey("log.dir")) {
            values.putIfAbsent("log.dirs", "gregor-data");
        }
        if (!values.containsKey("listeners")) {
            values.putIfAbsent("advertised.listeners", "PLAINTEXT://localhost:9092");
        }
        values.putIfAbsent("offsets.topic.replication.factor", "1");
        values.putIfAbsent("transaction.state.log.replication.factor", "1");
        values.putIfAbsent("transaction.state.log.min.isr", "1");
        values.putIfAbsent("share.coordinator.state.topic.replication.factor", "1");
        values.putIfAbsent("share.coordinator.state.topic.min.isr", "1");
        // A fleet's members start within seconds of each other; somebody at a terminal starts one and waits for it.
        values.putIfAbsent("group.initial.rebalance.delay.ms", "0");
    }

    private static boolean blank(Map<String, String> values, String key) {
        return values.getOrDefault(key, "").isBlank();
    }
}
