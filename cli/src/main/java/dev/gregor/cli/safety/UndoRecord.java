package dev.gregor.cli.safety;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.gregor.cli.output.JsonText;
import dev.gregor.protocol.ClusterException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an undo file says.
 *
 * @param command    whose changes these were: {@code gregor topic alter}
 * @param connection the options that name the cluster again
 * @param changes    those that were made and can be taken back, in the order they were made
 */
record UndoRecord(
        String command, Instant time, Optional<String> clusterId, List<String> connection, List<Change> changes) {
    UndoRecord {
        connection = List.copyOf(connection);
        changes = List.copyOf(changes);
    }

    UndoRecord withChanges(List<Change> others) {
        return new UndoRecord(command, time, clusterId, connection, others);
    }

    /** @throws ClusterException naming the file when it is none or not one of ours */
    static UndoRecord read(Path file) {
        try {
            if (JsonText.read(Files.readString(file)) instanceof Map<?, ?> root) {
                var changes = new ArrayList<Change>();
                for (var item : list(root.get("changes"))) {
                    if (item instanceof Map<?, ?> change) {
                        changes.add(new Change(
                                text(change, "what"), text(change, "from"), text(change, "to"), texts(change, "undo")));
                    }
                }
                var clusterId = text(root, "clusterId");
                return new UndoRecord(
                        text(root, "command"),
                        Instant.parse(text(root, "time")),
                        clusterId.isEmpty() ? Optional.empty() : Optional.of(clusterId),
                        texts(root, "connection"),
                        changes);
            }
            throw new ClusterException(file + " is no undo file.");
        } catch (NoSuchFileException missing) {
            throw new ClusterException(
                    "no such file: " + file + "; 'gregor undo --list' shows what there is.", missing);
        } catch (IOException | IllegalArgumentException | DateTimeParseException unreadable) {
            throw new ClusterException(file + " is no undo file: " + unreadable.getMessage(), unreadable);
        }
    }

    private static String text(Map<?, ?> fields, String name) {
        var value = fields.get(name);
        return value == null ? "" : String.valueOf(value);
    }

    private static List<?> list(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static List<String> texts(Map<?, ?> fields, String name) {
        var texts = new ArrayList<String>();
        for (var item : list(fields.get(name))) {
            texts.add(String.valueOf(item));
        }
        return texts;
    }

    String toJson() throws IOException {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text).setPrettyPrinter(new DefaultPrettyPrinter())) {
            json.writeStartObject();
            json.writeStringField("command", command);
            json.writeStringField("time", time.toString());
            json.writeStringField("clusterId", clusterId.orElse(""));
            write(json, "connection", connection);
            json.writeArrayFieldStart("changes");
            for (var change : changes) {
                json.writeStartObject();
                json.writeStringField("what", change.what());
                json.writeStringField("from", change.from());
                json.writeStringField("to", change.to());
                write(json, "undo", change.undo());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append("\n").toString();
    }

    private static void write(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (var text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
