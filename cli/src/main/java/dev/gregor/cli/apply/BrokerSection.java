package dev.gregor.cli.apply;

import dev.gregor.cli.config.ConfigKind;
import dev.gregor.cli.config.ConfigResource;
import dev.gregor.cli.config.Configs;
import dev.gregor.cli.config.KnownConfigs;
import dev.gregor.cli.safety.Step;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** {@code brokers}: dynamic configs by broker id, and under {@code default} those of all brokers. */
final class BrokerSection implements Section {
    private static final String KEY = "brokers";
    private static final String DEFAULT = "default";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Wanted read(YamlValue value) {
        var wanted = new LinkedHashMap<String, Map<String, Optional<String>>>();
        value.fields().forEach((id, broker) -> {
            if (!id.equals(DEFAULT) && !isNumber(id)) {
                throw broker.wrong("should be a broker's id or 'default'");
            }
            var configs = new TreeMap<String, Optional<String>>();
            broker.fields().forEach((name, config) -> configs.put(name, config.textOrNothing()));
            wanted.put(id, configs);
        });
        return (client, prune) -> {
            var steps = new ArrayList<Step>();
            wanted.forEach((id, configs) -> step(client, prune, id, configs).ifPresent(steps::add));
            return steps;
        };
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static Optional<Step> step(
            ClusterClient client, boolean prune, String id, Map<String, Optional<String>> wanted) {
        var resource = resource(id);
        var configs = new Configs(client);
        checkNames(id, wanted.keySet(), KnownConfigs.ofBroker(configs.possible(resource)));
        var present = new TreeMap<String, String>();
        for (var entry : configs.setFor(resource)) {
            entry.value().ifPresent(value -> present.put(entry.name(), value));
        }
        return new ConfigComparison(client, prune)
                .compare(resource, "broker " + id, wanted, present, before -> UndoLine.of(KEY, Map.of(id, before)));
    }

    private static void checkNames(String id, Iterable<String> names, KnownConfigs known) {
        for (var name : names) {
            known.check(name);
            if (known.isSecret(name)) {
                throw new ClusterException("broker " + id + ": " + name + " is a secret that the cluster does not show,"
                        + " so it cannot be compared. Take it out of the file; 'gregor config set broker " + id
                        + " --file' sets it. Nothing was changed.");
            }
        }
    }

    private static ConfigResource resource(String id) {
        return new ConfigResource(ConfigKind.BROKER, id.equals(DEFAULT) ? "" : id);
    }

    @Override
    public Object export(ClusterClient client, Consumer<String> leftOut) {
        var ids = new ArrayList<>(List.of(DEFAULT));
        client.cluster().brokers().forEach(broker -> ids.add(String.valueOf(broker.id())));
        var brokers = new LinkedHashMap<String, Object>();
        for (var id : ids) {
            var configs = new TreeMap<String, String>();
            for (var entry : new Configs(client).setFor(resource(id))) {
                if (entry.isSensitive()) {
                    leftOut.accept("Without " + entry.name() + " of broker " + id
                            + ": it is a secret that the cluster does not show.");
                } else {
                    entry.value().ifPresent(value -> configs.put(entry.name(), value));
                }
            }
            if (!configs.isEmpty()) {
                brokers.put(id, configs);
            }
        }
        return brokers;
    }
}
