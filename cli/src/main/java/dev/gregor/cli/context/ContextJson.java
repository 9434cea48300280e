package dev.gregor.cli.context;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;

/** Contexts as their file has them. A class of its own: whoever only reads contexts loads nothing of jackson. */
final class ContextJson {
    private ContextJson() {}

    static String of(Contexts contexts) throws IOException {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text).setPrettyPrinter(new DefaultPrettyPrinter())) {
            json.writeStartObject();
            if (contexts.current().isPresent()) {
                json.writeStringField("current", contexts.current().get());
            }
            json.writeObjectFieldStart("contexts");
            for (var context : contexts.all()) {
                json.writeObjectFieldStart(context.name());
                json.writeStringField("bootstrap", context.bootstrap());
                if (context.config().isPresent()) {
                    json.writeStringField("config", context.config().get());
                }
                if (!context.properties().isEmpty()) {
                    json.writeObjectFieldStart("properties");
                    for (var property : context.properties().entrySet()) {
                        json.writeStringField(property.getKey(), property.getValue());
                    }
                    json.writeEndObject();
                }
                if (context.care() != Context.Care.NORMAL) {
                    json.writeStringField("care", context.care().text());
                }
                if (context.clusterId().isPresent()) {
                    json.writeStringField("clusterId", context.clusterId().get());
                }
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.append("\n").toString();
    }
}
