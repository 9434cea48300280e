package dev.gregor.broker.config;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.Endpoint;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.raft.QuorumConfig;
import org.jspecify.annotations.Nullable;

/** Apache Kafka's rules between keys, in its words, and what this broker does not do yet. */
final class ConfigurationRules {
    private static final long ONE_MB = 1024 * 1024;

    private final ServerConfig config;
    private final Listeners listeners;

    ConfigurationRules(ServerConfig config, Listeners listeners) {
        this.config = config;
        this.listeners = listeners;
    }

    /** @throws ConfigurationException for the first rule that is broken */
    void check() {
        identity();
        logs();
        replication();
        sockets();
        if (isBroker()) {
            brokerListeners();
        }
        controllerListeners();
        served();
    }

    private void identity() {
        require(
                config.nodeId() == config.brokerId(),
                "You must set `node.id` to the same value as `broker.id`.");
    }

    private void logs() {
        atLeast("log.roll.ms", config.getLong("log.roll.ms"), 1);
        atLeast("log.roll.jitter.ms", config.getLong("log.roll.jitter.ms"), 0);
        var retentionMs = config.getLong("log.retention.ms");
        require(
                retentionMs == null || retentionMs != 0,
                "log.retention.ms must be unlimited (-1) or, greater than or equal to 1");
        require(
                !config.logDirs().isEmpty() && !config.logDirs().get(0).isBlank(),
                "At least one log directory must be defined via log.dirs or log.dir.");
        require(
                config.getLong("log.cleaner.dedupe.buffer.size") / config.getInt("log.cleaner.threads") > ONE_MB,
                "log.cleaner.dedupe.buffer.size must be at least 1MB per cleaner thread.");
    }

    private static void atLeast(String key, @Nullable Long value, long least) {
        require(value == null || value >= least, key + " must be greater than or equal to " + least);
    }

    private void replication() {
        int waitMaxMs = config.getInt("replica.fetch.wait.max.ms");
        require(
                waitMaxMs <= config.getInt("replica.socket.timeout.ms"),
                "replica.socket.timeout.ms should always be at least replica.fetch.wait.max.ms to prevent unnecessary"
                        + " socket timeouts");
        require(
                waitMaxMs <= config.getLong("replica.lag.time.max.ms"),
                "replica.fetch.wait.max.ms should always be less than or equal to replica.lag.time.max.ms to prevent"
                        + " frequent changes in ISR");
    }

    private void sockets() {
        long queuedMaxBytes = config.getLong("queued.max.request.bytes");
        require(
                queuedMaxBytes <= 0 || queuedMaxBytes >= config.getInt("socket.request.max.bytes"),
                "queued.max.request.bytes must be larger or equal to socket.request.max.bytes");
        require(
                config.getInt("max.connections.per.ip") != 0
                        || !config.getString("max.connections.per.ip.overrides").isBlank(),
                "max.connections.per.ip can be set to zero only if max.connections.per.ip.overrides property is set.");
    }

    private void brokerListeners() {
        var advertised = names(listeners.advertisedBroker());
        require(
                !advertised.isEmpty(),
                "There must be at least one broker advertised listener. Perhaps all listeners appear in"
                        + " controller.listener.names?");
        var interBroker = config.interBrokerListenerName().value();
        require(
                advertised.contains(interBroker),
                "inter.broker.listener.name must be a listener name defined in advertised.listeners. The valid options"
                        + " based on currently configured listeners are " + String.join(",", advertised));
        var bound = names(listeners.all());
        require(
                bound.containsAll(advertised),
                "advertised.listeners listener names must be equal to or a subset of the ones defined in listeners."
                        + " Found " + String.join(",", advertised)
                        + ". The valid options based on the current configuration are " + String.join(",", bound));
        for (var endpoint : listeners.advertisedBroker()) {
            require(
                    !Objects.equals(endpoint.host(), "0.0.0.0"),
                    "advertised.listeners cannot use the nonroutable meta-address 0.0.0.0. Use a routable IP address.");
        }
    }

    private void controllerListeners() {
        var voters = QuorumConfig.parseVoterIds(config.getList("controller.quorum.voters"));
        require(
                !config.controllerListenerNames().isEmpty(),
                "controller.listener.names must contain at least one value");
        if (isController()) {
            require(
                    voters.isEmpty() || voters.contains(config.nodeId()),
                    "If process.roles contains the 'controller' role, the node id " + config.nodeId()
                            + " must be included in the set of voters controller.quorum.voters=" + voters);
            require(
                    names(listeners.all()).containsAll(config.controllerListenerNames()),
                    "controller.listener.names must only contain values appearing in the 'listeners' configuration when"
                            + " running the KRaft controller role");
        } else {
            require(
                    !voters.contains(config.nodeId()),
                    "If process.roles contains just the 'broker' role, the node id " + config.nodeId()
                            + " must not be included in the set of voters controller.quorum.voters=" + voters);
        }
    }

    /** What would be unsafe to pass over in silence. */
    private void served() {
        require(
                isBroker() && isController(),
                "process.roles=" + String.join(",", config.getList("process.roles"))
                        + " is not served yet: this version runs one node that is both; set"
                        + " process.roles=broker,controller.");
        var voters = QuorumConfig.parseVoterIds(config.getList("controller.quorum.voters"));
        require(
                voters.size() <= 1,
                "controller.quorum.voters names " + voters.size()
                        + " nodes; this version runs a quorum of one node, leave the others out.");
        var authorizer = config.getString("authorizer.class.name");
        require(
                authorizer == null || authorizer.isBlank(),
                "authorizer.class.name is not served yet: this broker would let everyone in; remove the key if that is"
                        + " meant.");
        for (var endpoint : listeners.all()) {
            require(
                    endpoint.securityProtocol() == SecurityProtocol.PLAINTEXT,
                    "listener " + endpoint.listener() + " asks for " + endpoint.securityProtocol()
                            + ", which is not served yet; map it to PLAINTEXT in listener.security.protocol.map.");
        }
    }

    private boolean isBroker() {
        return config.getList("process.roles").contains("broker");
    }

    private boolean isController() {
        return config.getList("process.roles").contains("controller");
    }

    private static Set<String> names(List<Endpoint> endpoints) {
        var names = new HashSet<String>();
        for (var endpoint : endpoints) {
            names.add(endpoint.listener());
        }
        return names;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new ConfigurationException(rule);
        }
    }
}
