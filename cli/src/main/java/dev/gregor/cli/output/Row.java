package dev.gregor.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of a result: fields by name, in their order. Values are strings, numbers, booleans, lists and maps of these; a
 * table shows the simple ones and lists, JSON all of them. Rows of one result have the same fields.
 */
public final class Row {
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final List<String> hidden = new ArrayList<>();

    /** Adds a field; names are camelCase, and stable once published. */
    public Row with(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    /** Adds a field that JSON has and a table has no room for. */
    public Row withDetail(String name, Object value) {
        fields.put(name, value);
        hidden.add(name);
        return this;
    }

    Map<String, Object> fields() {
        return fields;
    }

    /** The names a table shows. */
    List<String> columns() {
        var columns = new ArrayList<>(fields.keySet());
        columns.removeAll(hidden);
        return columns;
    }

    /** A field as a table shows it. */
    String cell(String name) {
        var value = fields.get(name);
        if (value instanceof List<?> list) {
            var text = new StringBuilder();
            for (var item : list) {
                text.append(text.isEmpty() ? "" : ",").append(item);
            }
            return text.toString();
        }
        return String.valueOf(value);
    }
}
