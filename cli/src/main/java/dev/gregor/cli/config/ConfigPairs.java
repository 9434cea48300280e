package dev.gregor.cli.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Reads {@code --add-config}: {@code k1=v1,k2=[v1,v2],k3=}. Commas and equals signs inside brackets belong to the value; the
 * brackets themselves do not.
 */
final class ConfigPairs {
    private static final String OUT_OF_FORM =
            "requirement failed: Invalid entity config: all configs to be added must be in"
                    + " the format \"key=val\" or  \"key=[val1,val2]\" to group values which contain commas.";

    private ConfigPairs() {}

    /**
     * The pairs, in the order in which Kafka's tool takes them up.
     *
     * @throws IllegalArgumentException in Kafka's words
     */
    static Properties parse(String text) {
        var pairs = new Properties();
        var parsed = new ArrayList<List<String>>();
        for (var pair : withoutEmptyEnd(split(text, ','))) {
            var parts = split(pair, '=');
            if (parts.size() != 2) {
                throw new IllegalArgumentException(OUT_OF_FORM);
            }
            parsed.add(parts);
        }
        for (var parts : parsed) {
            pairs.setProperty(
                    parts.get(0).trim(),
                    parts.get(1).replace("[", "").replace("]", "").trim());
        }
        return pairs;
    }

    /** Checks that the keys can be keys. */
    static void checkKeys(Properties pairs) {
        for (var key : pairs.keySet()) {
            var name = key.toString();
            for (int i = 0; i < name.length(); i++) {
                if (!isKeyCharacter(name.charAt(i))) {
                    throw new IllegalArgumentException("Invalid character found for config key: " + name);
                }
            }
        }
    }

    private static boolean isKeyCharacter(char c) {
        // '$' is in the names of nested classes' loggers.
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "$._-".indexOf(c) >= 0;
    }

    private static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == separator && !isInsideBrackets(text, i + 1)) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** Inside is where a closing bracket comes before the next opening one. */
    private static boolean isInsideBrackets(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '[') {
                return false;
            }
            if (text.charAt(i) == ']') {
                return true;
            }
        }
        return false;
    }

    /** Java's own split, which Kafka uses, forgets empty pieces at the end, unless there is nothing but one. */
    private static List<String> withoutEmptyEnd(List<String> pieces) {
        int end = pieces.size();
        while (end > 0 && pieces.size() > 1 && pieces.get(end - 1).isEmpty()) {
            end--;
        }
        return pieces.subList(0, end);
    }
}
