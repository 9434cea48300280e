package dev.gregor.cli.apply;

import dev.gregor.cli.config.ConfigChanges;
import dev.gregor.cli.config.ConfigResource;
import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.Step;
import dev.gregor.protocol.ClusterClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares the configs that were set for one thing with those a file wants. */
final class ConfigComparison {
    private final ClusterClient client;
    private final boolean prune;

    /** The line that brings back this config's value; an empty one: back to the default. */
    @FunctionalInterface
    interface UndoLine {
        List<String> of(Map<String, Optional<String>> before);
    }

    ConfigComparison(ClusterClient client, boolean prune) {
        this.client = client;
        this.prune = prune;
    }

    /** The step that makes them equal; empty when they are. */
    Optional<Step> compare(
            ConfigResource resource,
            String what,
            Map<String, Optional<String>> wanted,
            Map<String, String> present,
            UndoLine undo) {
        var goals = new TreeMap<>(wanted);
        if (prune) {
            present.keySet().forEach(name -> goals.putIfAbsent(name, Optional.empty()));
        }
        var changes = new ArrayList<Change>();
        var set = new TreeMap<String, String>();
        var remove = new ArrayList<String>();
        goals.forEach((name, goal) -> {
            var now = Optional.ofNullable(present.get(name));
            if (!goal.equals(now)) {
                goal.ifPresentOrElse(value -> set.put(name, value), () -> remove.add(name));
                changes.add(Change.of(what + ": " + name, now.orElse(Change.NOTHING), goal.orElse(Change.NOTHING))
                        .undoneBy(undo.of(Map.of(name, now))));
            }
        });
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Step.allOrNone(changes, () -> new ConfigChanges(client).alter(resource, set, remove, false)));
    }
}
