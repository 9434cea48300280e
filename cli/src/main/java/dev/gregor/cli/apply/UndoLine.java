package dev.gregor.cli.apply;

import dev.gregor.cli.output.Yaml;
import java.util.List;
import java.util.Map;

/** The words of a {@code gregor apply} line that brings back what was. */
final class UndoLine {
    private UndoLine() {}

    /** What the map says of one section; {@link java.util.Optional#empty} in it means it shall go. */
    static List<String> of(String section, Map<String, ?> fields) {
        return List.of("apply", "--expression", Yaml.flow(Map.of(section, fields)));
    }

    /** The same for a section that is a list. */
    static List<String> of(String section, List<?> items) {
        return List.of("apply", "--expression", Yaml.flow(Map.of(section, items)));
    }
}
