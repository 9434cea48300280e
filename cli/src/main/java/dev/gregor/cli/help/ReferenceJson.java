package dev.gregor.cli.help;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The reference as JSON; its field names are part of the interface. */
final class ReferenceJson {
    private ReferenceJson() {}

    static void print(PrintWriter out, List<CommandPage> commands, List<ToolPage> tools) {
        try {
            var json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeArrayFieldStart("commands");
            for (var command : commands) {
                write(json, command);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("tools");
            for (var tool : tools) {
                write(json, tool);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.close();
            out.println();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(JsonGenerator json, CommandPage command) throws IOException {
        json.writeStartObject();
        json.writeStringField("command", command.title());
        json.writeStringField("description", command.description());
        json.writeStringField("synopsis", command.synopsis());
        json.writeArrayFieldStart("options");
        for (var option : command.options()) {
            json.writeStartObject();
            write(json, "names", option.names());
            json.writeStringField("type", option.type());
            json.writeStringField("value", option.value().orElse(""));
            write(json, "choices", option.choices());
            if (option.byDefault().isPresent()) {
                json.writeStringField("default", option.byDefault().get());
            }
            json.writeBooleanField("repeatable", option.isRepeatable());
            json.writeBooleanField("required", option.isRequired());
            json.writeStringField("description", option.description());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("arguments");
        for (var argument : command.arguments()) {
            json.writeStartObject();
            json.writeStringField("name", argument.name());
            json.writeBooleanField("repeatable", argument.isRepeatable());
            json.writeBooleanField("required", argument.isRequired());
            json.writeStringField("description", argument.description());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("examples");
        for (var example : command.examples()) {
            json.writeStartObject();
            json.writeStringField("line", example.line());
            json.writeStringField("note", example.note());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("exitCodes");
        for (var code : command.exitCodes().entrySet()) {
            json.writeStringField(String.valueOf(code.getKey()), code.getValue());
        }
        json.writeEndObject();
        write(json, "verbs", command.verbs());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, ToolPage tool) throws IOException {
        json.writeStartObject();
        json.writeStringField("tool", tool.program());
        json.writeStringField("description", tool.description());
        json.writeArrayFieldStart("options");
        for (var option : tool.options()) {
            json.writeStartObject();
            json.writeStringField("command", option.command());
            write(json, "names", option.names());
            json.writeStringField("value", option.value().orElse(""));
            json.writeStringField("description", option.description());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (var text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
