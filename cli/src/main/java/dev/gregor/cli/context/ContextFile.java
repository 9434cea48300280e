package dev.gregor.cli.context;

import dev.gregor.cli.FailureText;
import dev.gregor.cli.output.JsonText;
import dev.gregor.protocol.ClusterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The file of contexts: {@code $GREGOR_CONFIG}, else {@code $XDG_CONFIG_HOME/gregor/contexts.json}, else {@code
 * ~/.config/gregor/contexts.json}. It is replaced as a whole, and only its owner may read it.
 */
public final class ContextFile {
    private final Path file;

    ContextFile(Path file) {
        this.file = file;
    }

    /** The file this environment names. */
    public static ContextFile of(Map<String, String> environment) {
        var named = environment.getOrDefault("GREGOR_CONFIG", "");
        return new ContextFile(
                named.isEmpty()
                        ? PrivateFile.folder(environment, "XDG_CONFIG_HOME", ".config")
                                .resolve("contexts.json")
                        : Path.of(named));
    }

    /**
     * What is in it; no contexts when there is no file.
     *
     * @throws ClusterException naming the file and the line when it cannot be understood
     */
    public Contexts read() {
        if (!Files.exists(file)) {
            return Contexts.none();
        }
        try {
            return contexts(fields(JsonText.read(Files.readString(file)), "the file"));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ClusterException(
                    "cannot read the contexts in " + file + ": " + FailureText.of(unreadable), unreadable);
        }
    }

    private static Contexts contexts(Map<String, Object> root) {
        var all = new ArrayList<Context>();
        for (var entry :
                fields(root.getOrDefault("contexts", Map.of()), "contexts").entrySet()) {
            all.add(context(entry.getKey(), fields(entry.getValue(), entry.getKey())));
        }
        return new Contexts(text(root, "current"), all);
    }

    private static Context context(String name, Map<String, Object> fields) {
        var properties = new LinkedHashMap<String, String>();
        var given = fields(fields.getOrDefault("properties", Map.of()), name + ".properties");
        for (var property : given.entrySet()) {
            properties.put(property.getKey(), String.valueOf(property.getValue()));
        }
        var bootstrap = text(fields, "bootstrap");
        if (bootstrap.isEmpty()) {
            throw new IllegalArgumentException("'" + name + "' has no bootstrap");
        }
        var care = text(fields, "care").orElse(Context.Care.NORMAL.text());
        return new Context(
                name,
                bootstrap.get(),
                text(fields, "config"),
                properties,
                // A word we do not know may have meant "hands off".
                Context.Care.of(care).orElse(Context.Care.READ_ONLY),
                text(fields, "clusterId"));
    }

    private static Optional<String> text(Map<String, Object> fields, String name) {
        var value = fields.get(name);
        return value == null ? Optional.empty() : Optional.of(String.valueOf(value));
    }

    @SuppressWarnings("unchecked") // JSON's names are strings
    private static Map<String, Object> fields(Object value, String where) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException(where + " is no JSON object");
    }

    /** Replaces the file. */
    void write(Contexts contexts) {
        try {
            PrivateFile.write(file, ContextJson.of(contexts));
        } catch (IOException failed) {
            throw new ClusterException("cannot write " + file + ": " + FailureText.of(failed), failed);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
