package dev.gregor.cli.partition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of the JSON files that Kafka's tools read, with their messages for what is not as it should be. jackson's parser
 * alone: its data binding would double a command's start.
 *
 * @param value a map, a list, a string, a number, a boolean, or {@link #NULL}
 */
public record JsonTree(Object value) {
    private static final Object NULL = new Object();

    /** A file's value is not what its place asks for; the message is Kafka's. */
    public static final class MismatchException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MismatchException(String message) {
            super(message);
        }
    }

    /** Reads the first value of a text; empty when it is not JSON. */
    public static Optional<JsonTree> read(String text) {
        try (var parser = new JsonFactory().createParser(text)) {
            return parser.nextToken() == null ? Optional.empty() : Optional.of(new JsonTree(read(parser)));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static Object read(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> {
                var object = new LinkedHashMap<String, Object>();
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    var name = json.currentName();
                    json.nextToken();
                    object.put(name, read(json));
                }
                yield object;
            }
            case START_ARRAY -> {
                var array = new ArrayList<Object>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    array.add(read(json));
                }
                yield array;
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getNumberValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> NULL;
            default -> json.getText();
        };
    }

    /** The field of an object, if it has it. */
    public Optional<JsonTree> find(String name) {
        if (!(value instanceof Map<?, ?> object)) {
            throw new MismatchException("Expected JSON object, received " + this);
        }
        var field = object.get(name);
        return field == null ? Optional.empty() : Optional.of(new JsonTree(field));
    }

    /** The field of an object that must have it. */
    public JsonTree field(String name) {
        return find(name).orElseThrow(() -> new MismatchException("No such field exists: `" + name + "`"));
    }

    /** An array's items. */
    public List<JsonTree> items() {
        if (!(value instanceof List<?> array)) {
            throw new MismatchException("Expected JSON array, received " + this);
        }
        var items = new ArrayList<JsonTree>();
        for (var item : array) {
            items.add(new JsonTree(item));
        }
        return items;
    }

    /** A string. */
    public String text() {
        if (value instanceof String text) {
            return text;
        }
        throw mismatch("String");
    }

    /** A whole number of 32 bits. */
    public int integer() {
        if (value instanceof Integer number) {
            return number;
        }
        throw mismatch("Integer");
    }

    /** A whole number of 64 bits. */
    public long longInteger() {
        if (value instanceof Integer number) {
            return number;
        }
        if (value instanceof Long number) {
            return number;
        }
        throw mismatch("Long");
    }

    private MismatchException mismatch(String expected) {
        return new MismatchException("Expected `" + expected + "` value, received " + this);
    }

    /** The value as JSON. */
    @Override
    public String toString() {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text)) {
            write(json, value);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> object) {
            json.writeStartObject();
            for (var field : object.entrySet()) {
                json.writeFieldName(String.valueOf(field.getKey()));
                write(json, field.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> array) {
            json.writeStartArray();
            for (var item : array) {
                write(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof String string) {
            json.writeString(string);
        } else {
            json.writeNumber(value == NULL ? "null" : value.toString());
        }
    }
}
