package dev.gregor.cli.output;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows as a YAML list of maps. What YAML could take for something else than a string stands in quotes, as in JSON. */
public final class Yaml {
    private static final List<String> WORDS = List.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private Yaml() {}

    static void print(PrintWriter out, List<Row> rows) {
        if (rows.isEmpty()) {
            out.println("[]");
        }
        for (var row : rows) {
            var separator = "- ";
            for (var field : row.fields().entrySet()) {
                out.print(separator);
                entry(out, field.getKey(), field.getValue(), "  ");
                separator = "  ";
            }
        }
    }

    /** Writes a map's entries, each on lines of its own that start with the indent. */
    public static void print(PrintWriter out, Map<?, ?> map, String indent) {
        for (var entry : map.entrySet()) {
            out.print(indent);
            entry(out, entry.getKey(), entry.getValue(), indent);
        }
    }

    /** All of it in one line, in braces and brackets. */
    public static String flow(Object value) {
        return inline(value);
    }

    private static void entry(PrintWriter out, Object key, Object value, String indent) {
        out.print(inline(key));
        out.print(':');
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            out.println();
            print(out, map, indent + "  ");
        } else if (value instanceof List<?> list && holdsMaps(list)) {
            out.println();
            for (var item : list) {
                out.print(indent);
                out.print("  - ");
                item(out, item, indent + "    ");
            }
        } else {
            out.println(" " + inline(value));
        }
    }

    private static void item(PrintWriter out, Object item, String indent) {
        if (!(item instanceof Map<?, ?> map) || map.isEmpty()) {
            out.println(inline(item));
            return;
        }
        var before = "";
        for (var entry : map.entrySet()) {
            out.print(before);
            entry(out, entry.getKey(), entry.getValue(), indent);
            before = indent;
        }
    }

    private static boolean holdsMaps(List<?> list) {
        for (var item : list) {
            if (item instanceof Map<?, ?>) {
                return true;
            }
        }
        return false;
    }

    private static String inline(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? inline(optional.get()) : "null";
        }
        if (value instanceof Number || value instanceof Boolean || value instanceof JsonValue) { // JSON is YAML, too
            return String.valueOf(value);
        }
        if (value instanceof Map<?, ?> map) {
            var text = new StringBuilder("{");
            map.forEach((key, item) -> text.append(text.length() == 1 ? "" : ", ")
                    .append(inline(key))
                    .append(": ")
                    .append(inline(item)));
            return text.append('}').toString();
        }
        if (value instanceof Iterable<?> items) {
            var text = new StringBuilder("[");
            for (var item : items) {
                text.append(text.length() == 1 ? "" : ", ").append(inline(item));
            }
            return text.append(']').toString();
        }
        return text(String.valueOf(value));
    }

    /** A string as it can stand in a line. */
    private static String text(String text) {
        return isPlain(text) ? text : quoted(text);
    }

    private static boolean isPlain(String text) {
        if (text.isEmpty() || WORDS.contains(text.toLowerCase(java.util.Locale.ROOT))) {
            return false;
        }
        // A number, a date or the like starts with a digit or a sign.
        char first = text.charAt(0);
        boolean startsPlain = isAsciiLetterOrDigit(first) || first == '_' || first == '/';
        if (!startsPlain || Character.isDigit(first)) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (!isAsciiLetterOrDigit(letter) && "_./-+@%".indexOf(letter) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAsciiLetterOrDigit(char letter) {
        return letter < 128 && Character.isLetterOrDigit(letter);
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (Character.isISOControl(letter)) {
                        quoted.append("\\u")
                                .append(Integer.toHexString(0x1_0000 | letter).substring(1));
                    } else {
                        quoted.append(letter);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
