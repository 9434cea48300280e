package dev.gregor.cli.apply;

import dev.gregor.cli.config.ConfigKind;
import dev.gregor.cli.config.ConfigResource;
import dev.gregor.cli.config.Configs;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
        var present = new TreeMap<String, String>();
        for (var entry : new Configs(client).setFor(resource)) {
            if (entry.value().isPresent()) {
                present.put(entry.name(), entry.value().get());
            } else if (wanted.containsKey(entry.name())) {
                throw new ClusterException(
                        "broker " + id + ": " + entry.name() + " is a secret that the cluster does not"
                                + " show, so it cannot be compared. Take it out of the file. Nothing was changed.");
            }
        }
        return new ConfigComparison(client, prune)
                .compare(resource, "broker " + id, wanted, present, before -> Step.undo(KEY, Map.of(id, before)));
    }

    private static ConfigResource resource(String id) {
        return new ConfigResource(ConfigKind.BROKER, id.equals(DEFAULT) ? "" : id);
    }

    @Override
    public Object export(ClusterClient client) {
        var ids = new ArrayList<>(List.of(DEFAULT));
        client.cluster().brokers().forEach(broker -> ids.add(String.valueOf(broker.id())));
        var brokers = new LinkedHashMap<String, Object>();
        for (var id : ids) {
            var configs = new TreeMap<String, String>();
            for (var entry : new Configs(client).setFor(resource(id))) {
                entry.value().ifPresent(value -> configs.put(entry.name(), value));
            }
            if (!configs.isEmpty()) {
                brokers.put(id, configs);
            }
        }
        return brokers;
    }
}
