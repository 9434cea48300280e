package dev.gregor.cli.config;

import dev.gregor.cli.safety.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to change about the configs of one resource: pure, from what it has and what is wanted. */
final class ConfigPlan {
    private final ConfigNoun noun;
    private final String name;
    private final KnownConfigs known;
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
        this.known = new KnownConfigs(noun, all);
        mine.forEach(entry -> own.put(entry.name(), entry.value().orElse("")));
    }

    /** The change that each config needs which has not the value yet. */
    List<Change> set(Map<String, String> values) {
        var changes = new ArrayList<Change>();
        values.forEach((key, value) -> {
            known.check(key);
            boolean secret = known.isSecret(key);
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
            known.check(key);
            if (own.containsKey(key)) {
                changes.add(undoable(key, Change.of(what(key), now(key), Change.NOTHING)));
            }
        }
        return changes;
    }

    private String what(String key) {
        return noun + " " + name + ": " + key;
    }

    private String now(String key) {
        if (!own.containsKey(key)) {
            return Change.NOTHING;
        }
        return known.isSecret(key)
                ? ConfigRow.SECRET
                : Optional.ofNullable(own.get(key)).orElse("");
    }

    private Change undoable(String key, Change change) {
        var value = own.get(key);
        if (value == null) {
            return change.undoneBy("config", "unset", noun.name(), name, key);
        }
        return known.isSecret(key) ? change : change.undoneBy("config", "set", noun.name(), name, key + "=" + value);
    }
}
