package dev.gregor.cli.apply;

import dev.gregor.cli.output.Yaml;
import dev.gregor.cli.safety.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request's worth of changes: all of them are made or none.
 *
 * @param action makes them; a refusal is thrown
 */
record Step(List<Change> changes, Runnable action) {
    Step {
        changes = List.copyOf(changes);
    }

    /** The line that brings back what the map says, of one section; {@link Optional#empty} in it means it shall go. */
    static List<String> undo(String section, Map<String, ?> fields) {
        return List.of("apply", "--expression", Yaml.flow(Map.of(section, fields)));
    }

    /** The same for a section that is a list. */
    static List<String> undo(String section, List<?> items) {
        return List.of("apply", "--expression", Yaml.flow(Map.of(section, items)));
    }
}
