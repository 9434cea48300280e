package dev.gregor.cli.context;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A cluster under a name.
 *
 * @param bootstrap  where to ask first: {@code host:port,host:port}
 * @param config     a client properties file, as for {@code --command-config}; an absolute path
 * @param properties client properties that win over the file's; values may hold references to secrets
 * @param clusterId  the cluster's id, where known: another cluster behind the same address is not changed
 */
public record Context(
        String name,
        String bootstrap,
        Optional<String> config,
        Map<String, String> properties,
        Care care,
        Optional<String> clusterId) {
    /** How careful commands are with a cluster. */
    public enum Care {
        /** Changes are shown and asked for. */
        NORMAL,
        /** Changes are made only by someone who types the context's name. */
        PROTECTED,
        /** Nothing is changed. */
        READ_ONLY;

        /** As in the file and in tables. */
        public String text() {
            return switch (this) {
                case NORMAL -> "normal";
                case PROTECTED -> "protected";
                case READ_ONLY -> "read-only";
            };
        }

        static Optional<Care> of(String text) {
            for (var care : values()) {
                if (care.text().equals(text)) {
                    return Optional.of(care);
                }
            }
            return Optional.empty();
        }
    }

    public Context {
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    Context named(String newName) {
        return new Context(newName, bootstrap, config, properties, care, clusterId);
    }

    /** Whether a name can be typed without quotes, so that it can be asked for. */
    static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean fits = letter < 128 && (Character.isLetterOrDigit(letter) || "._-".indexOf(letter) >= 0);
            if (!fits) {
                return false;
            }
        }
        return !text.isEmpty() && text.charAt(0) != '-';
    }
}
