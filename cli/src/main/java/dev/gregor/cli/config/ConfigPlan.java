package dev.gregor.cli.config;

import dev.gregor.cli.names.Nearest;
import dev.gregor.cli.safety.Change;
import dev.gregor.protocol.ClusterException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to change about the configs of one resource: pure, from what it has and what is wanted. */
final class ConfigPlan {
    private static final String OF_LISTENER = "listener.name.";

    private final ConfigNoun noun;
    private final String name;
    private final Map<String, ConfigEntry> present = new LinkedHashMap<>();
    private final Map<String, String> own = new LinkedHashMap<>();

    /**
     * For one resource.
     *
     * @param all  every config it has
     * @param mine those that were set for it
     */
    ConfigPlan(ConfigNoun noun, String name, List<ConfigEntry> all, List<ConfigEntry> mine) {
        this.noun = noun;
        this.name = name;
        all.forEach(entry -> present.put(entry.name(), entry));
        mine.forEach(entry -> own.put(entry.name(), entry.value().orElse("")));
    }

    /** The entry of this name; one that a broker's listener overrides is its own. */
    static ConfigEntry known(ConfigNoun noun, Map<String, ConfigEntry> entries, String key) {
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

    /** The change that each config needs which has not the value yet. */
    List<Change> set(Map<String, String> values) {
        var changes = new ArrayList<Change>();
        values.forEach((key, value) -> {
            check(key);
            boolean secret = isSecret(key);
            if (secret || !value.equals(own.get(key))) {
                changes.add(undoable(key, Change.of(what(key), now(key), secret ? ConfigRow.SECRET : value)));
            }
        });
        return changes;
    }

    /** The change that each config needs which was set. */
    List<Change> unset(List<String> keys) {
        var changes = new ArrayList<Change>();
        for (var key : keys) {
            check(key);
            if (own.containsKey(key)) {
                changes.add(undoable(key, Change.of(what(key), now(key), Change.NOTHING)));
            }
        }
        return changes;
    }

    private void check(String key) {
        boolean ofListener = noun == ConfigNoun.broker && key.startsWith(OF_LISTENER);
        if (!ofListener && !present.isEmpty()) {
            known(noun, present, key);
        }
    }

    private boolean isSecret(String key) {
        for (var entry : present.values()) {
            if (entry.isSensitive()
                    && (key.equals(entry.name())
                            || (key.startsWith(OF_LISTENER) && key.endsWith("." + entry.name())))) {
                return true;
            }
        }
        return false;
    }

    private String what(String key) {
        return noun + " " + name + ": " + key;
    }

    private String now(String key) {
        if (!own.containsKey(key)) {
            return Change.NOTHING;
        }
        return isSecret(key)
                ? ConfigRow.SECRET
                : Optional.ofNullable(own.get(key)).orElse("");
    }

    private Change undoable(String key, Change change) {
        var value = own.get(key);
        if (value == null) {
            return change.undoneBy("config", "unset", noun.name(), name, key);
        }
        return isSecret(key) ? change : change.undoneBy("config", "set", noun.name(), name, key + "=" + value);
    }
}
