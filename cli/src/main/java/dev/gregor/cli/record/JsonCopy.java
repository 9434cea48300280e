package dev.gregor.cli.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;

/** The text of an object or array where a parser stands, without blanks; numbers keep every digit they were written with. */
final class JsonCopy {
    private JsonCopy() {}

    static String of(JsonParser json) throws IOException {
        var text = new StringWriter();
        try (var copy = new JsonFactory().createGenerator(text)) {
            int depth = 0;
            do {
                var token = json.currentToken();
                if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
                    copy.writeNumber(json.getText()); // as a double it would be another number
                } else {
                    copy.copyCurrentEvent(json);
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            } while (depth > 0 && json.nextToken() != null);
        }
        return text.toString();
    }
}
