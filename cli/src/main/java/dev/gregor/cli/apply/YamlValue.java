package dev.gregor.cli.apply;

import dev.gregor.cli.names.Nearest;
import dev.gregor.protocol.ClusterException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value in a file that knows where it stands, so that what is wrong with it can be told by line and key. */
final class YamlValue {
    private final String source;
    private final String path;
    private final Node node;

    private YamlValue(String source, String path, Node node) {
        this.source = source;
        this.path = path;
        this.node = node;
    }

    /**
     * Reads one document.
     *
     * @param source the file's name, for messages
     */
    static YamlValue parse(String source, String text) {
        try {
            // A large cluster's file is longer than the default limit, and it is the user's own.
            var settings = LoadSettings.builder()
                    .setLabel(source)
                    .setCodePointLimit(Integer.MAX_VALUE)
                    .build();
            var root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                throw new ClusterException(source + " is empty; nothing was changed.");
            }
            return new YamlValue(source, "", root.get());
        } catch (MarkedYamlEngineException broken) {
            var line = broken.getProblemMark()
                    .map(mark -> ":" + (mark.getLine() + 1))
                    .orElse("");
            throw new ClusterException(source + line + ": " + broken.getProblem() + "; nothing was changed.", broken);
        } catch (YamlEngineException broken) {
            throw new ClusterException(
                    source + ": "
                            + String.valueOf(broken.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("") + "; nothing was" + " changed.",
                    broken);
        }
    }

    /** Whether it says that there shall be nothing. */
    boolean isNull() {
        return node.getTag().equals(Tag.NULL);
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Its fields in their order. */
    Map<String, YamlValue> fields() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("should have fields ('key: value')");
        }
        var fields = new LinkedHashMap<String, YamlValue>();
        for (var tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw wrong("has a key that is no word");
            }
            var name = key.getValue();
            var field = new YamlValue(source, path.isEmpty() ? name : path + "." + name, tuple.getValueNode());
            if (fields.put(name, field) != null) {
                throw field.wrong("is there twice");
            }
        }
        return fields;
    }

    /** Its fields, which are among these. */
    Map<String, YamlValue> fields(List<String> known) {
        var fields = fields();
        fields.forEach((name, field) -> {
            if (!known.contains(name)) {
                var nearest = Nearest.to(name, known);
                throw field.wrong("is no key here; "
                        + (nearest.isPresent()
                                ? "did you mean '" + nearest.get() + "'?"
                                : "there is " + String.join(", ", known)));
            }
        });
        return fields;
    }

    /** Its items. */
    List<YamlValue> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("should be a list ('- item')");
        }
        var items = new ArrayList<YamlValue>();
        for (var item : sequence.getValue()) {
            items.add(new YamlValue(source, path + "[" + items.size() + "]", item));
        }
        return items;
    }

    /** Its letters as written, also where they make a number. */
    String text() {
        if (node instanceof ScalarNode scalar && !isNull()) {
            return scalar.getValue();
        }
        throw wrong("should be a single value");
    }

    /** The text, or empty where it says nothing. */
    Optional<String> textOrNothing() {
        return isNull() ? Optional.empty() : Optional.of(text());
    }

    /** A whole number, at least {@code least}. */
    long number(long least) {
        return number(least, Long.MAX_VALUE);
    }

    /** A whole number, {@code least} to {@code most}. */
    long number(long least, long most) {
        long number;
        try {
            number = Long.parseLong(text());
        } catch (NumberFormatException none) {
            throw wrong("'" + text() + "' is no whole number");
        }
        if (number < least || number > most) {
            throw wrong(text() + (number < least ? " is below " + least : " is above " + most));
        }
        return number;
    }

    /** A number. */
    double decimal() {
        try {
            return Double.parseDouble(text());
        } catch (NumberFormatException none) {
            throw wrong("'" + text() + "' is no number");
        }
    }

    boolean truth() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("should be true or false");
        };
    }

    /** What is wrong with it, where it stands. */
    ClusterException wrong(String why) {
        var line = node.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
        return new ClusterException(
                source + line + ": " + (path.isEmpty() ? "the file" : path) + " " + why + "; nothing was changed.");
    }
}
