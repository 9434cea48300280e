package dev.gregor.cli.config;

import dev.gregor.cli.names.Nearest;
import dev.gregor.protocol.ClusterException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The configs that a resource can have, as far as its cluster tells: which names there are, and which values are secrets. */
public final class KnownConfigs {
    private static final String OF_LISTENER = "listener.name.";

    private final ConfigNoun noun;
    private final Map<String, ConfigEntry> entries = new LinkedHashMap<>();

    /** Of such a resource with these configs; without any, every name passes. */
    KnownConfigs(ConfigNoun noun, List<ConfigEntry> entries) {
        this.noun = noun;
        entries.forEach(entry -> this.entries.put(entry.name(), entry));
    }

    /** Of a broker, or of the default of all brokers. */
    public static KnownConfigs ofBroker(List<ConfigEntry> entries) {
        return new KnownConfigs(ConfigNoun.broker, entries);
    }

    /** Whether there is one of exactly this name. */
    boolean has(String key) {
        return entries.containsKey(key);
    }

    /**
     * The config of this name.
     *
     * @throws ClusterException when there is none, with the nearest
     */
    ConfigEntry named(String key) {
        var entry = entries.get(key);
        if (entry != null) {
            return entry;
        }
        var nearest = Nearest.to(key, entries.keySet());
        throw new ClusterException("a " + noun + " has no config '" + key + "'"
                + (nearest.isPresent()
                        ? "; did you mean '" + nearest.get() + "'?"
                        : "; 'gregor config list " + noun + " NAME --all' shows what there is."));
    }

    /**
     * Checks that there can be such a config; a listener's own ones have names that the cluster does not list.
     *
     * @throws ClusterException when there is none, with the nearest
     */
    public void check(String key) {
        if (!isOfListener(key) && !entries.isEmpty()) {
            var unused = named(key);
        }
    }

    /** Whether the cluster keeps the value of this config to itself. */
    public boolean isSecret(String key) {
        var entry = entries.get(key);
        if (entry != null) {
            return entry.isSensitive();
        }
        if (!isOfListener(key)) {
            return false;
        }
        boolean isKnown = false;
        for (var general : entries.values()) {
            if (key.endsWith("." + general.name())) {
                if (general.isSensitive()) {
                    return true;
                }
                isKnown = true;
            }
        }
        // What a broker does not know it keeps to itself.
        return !isKnown;
    }

    private boolean isOfListener(String key) {
        return noun == ConfigNoun.broker && key.startsWith(OF_LISTENER);
    }
}
