package dev.gregor.cli.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;

/** The text of an object or array where a parser stands, without blanks. */
final class JsonCopy {
    private JsonCopy() {}

    static String of(JsonParser json) throws IOException {
        var text = new StringWriter();
        try (var copy = new JsonFactory().createGenerator(text)) {
            copy.copyCurrentStructure(json);
        }
        return text.toString();
    }
}
