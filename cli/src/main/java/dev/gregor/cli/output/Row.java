package dev.gregor.cli.output;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a result: fields by name, in their order. Values are strings, numbers, booleans, lists and maps of these, and
 * optionals of all of them; a table shows the simple ones and lists, JSON all of them. Rows of one result have the same
 * fields.
 */
public final class Row {
    private static final String NOTHING = "-";

    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final List<String> hidden = new ArrayList<>();
    private final Map<String, Tone> tones = new HashMap<>();

    /** Adds a field; names are camelCase, and stable once published. */
    public Row with(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    /** Adds a field whose value means something to who looks. */
    public Row with(String name, Object value, Tone tone) {
        tones.put(name, tone);
        return with(name, value);
    }

    /** Adds a field that JSON and a wide table have, and a table has no room for. */
    public Row withDetail(String name, Object value) {
        fields.put(name, value);
        hidden.add(name);
        return this;
    }

    /** These fields only, all of them shown, in this order. */
    Row only(List<String> names) {
        var row = new Row();
        for (var name : names) {
            row.with(name, fields.getOrDefault(name, Optional.empty()), tone(name));
        }
        return row;
    }

    Map<String, Object> fields() {
        return fields;
    }

    Tone tone(String name) {
        return tones.getOrDefault(name, Tone.PLAIN);
    }

    /** The names a table shows. */
    List<String> columns() {
        var columns = new ArrayList<>(fields.keySet());
        columns.removeAll(hidden);
        return columns;
    }

    /** A field as a table shows it. */
    String cell(String name) {
        return text(fields.getOrDefault(name, Optional.empty()));
    }

    boolean isNumber(String name) {
        var value = fields.get(name);
        return (value instanceof Optional<?> optional ? optional.orElse(null) : value) instanceof Number;
    }

    private static String text(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? text(optional.get()) : NOTHING;
        }
        if (value instanceof Iterable<?> items) {
            var text = new StringBuilder();
            for (var item : items) {
                text.append(text.isEmpty() ? "" : ",").append(text(item));
            }
            return text.toString();
        }
        if (value instanceof Map<?, ?> map) {
            var text = new StringBuilder();
            map.forEach((key, item) -> text.append(text.isEmpty() ? "" : ",")
                    .append(key)
                    .append('=')
                    .append(text(item)));
            return text.toString();
        }
        return String.valueOf(value);
    }
}
