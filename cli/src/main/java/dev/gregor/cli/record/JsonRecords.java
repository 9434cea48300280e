package dev.gregor.cli.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * Records from a stream of JSON objects, one after the other or in an array, as {@link RecordJson} prints them. A {@code value} must be there,
 * for a mistyped name must not delete anything: {@code null} is a tombstone. What else is not named is null, or the producer's to choose; a
 * {@code key} or {@code value} that is an object or an array is taken as its text; names that mean nothing here are passed over.
 */
public final class JsonRecords implements AutoCloseable {
    private final JsonParser json;
    private long count;

    /** @throws IOException when the stream cannot be read */
    public JsonRecords(InputStream in) throws IOException {
        this.json = new JsonFactory().createParser(in);
    }

    /** A record as it was written down; arrays are never changed. */
    @SuppressWarnings("ArrayRecordComponent") // handed on to a producer, compared by nobody
    public record Written(
            Optional<String> topic,
            Optional<Integer> partition,
            Optional<Long> timestampMs,
            List<Header> headers,
            byte @Nullable [] key,
            byte @Nullable [] value) {}

    /** What has been read of an object so far. */
    private static final class Draft {
        private Optional<String> topic = Optional.empty();
        private Optional<Integer> partition = Optional.empty();
        private Optional<Long> timestampMs = Optional.empty();
        private final List<Header> headers = new ArrayList<>();
        private Optional<String> key = Optional.empty();
        private Optional<String> value = Optional.empty();
        private boolean hasValue;
        private String keyEncoding = "";
        private String valueEncoding = "";
    }

    /**
     * The next record; empty at the end.
     *
     * @throws IllegalArgumentException naming the record and the line that is wrong
     */
    public Optional<Written> next() throws IOException {
        try {
            var token = json.nextToken();
            while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
                token = json.nextToken();
            }
            if (token == null) {
                return Optional.empty();
            }
            count++;
            if (token != JsonToken.START_OBJECT) {
                throw problem("an object is wanted, not " + json.getText());
            }
            return Optional.of(record());
        } catch (JsonProcessingException wrong) {
            var message = wrong.getOriginalMessage();
            int where = message.indexOf(" (start marker"); // jackson's idea of the place comes without the text
            throw problem(where < 0 ? message : message.substring(0, where));
        }
    }

    private Written record() throws IOException {
        var draft = new Draft();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            switch (name) {
                case "topic" -> draft.topic = text();
                case "partition" -> draft.partition = text().map(ignored -> partition());
                case "timestamp" -> draft.timestampMs = timestamp();
                case "headers" -> headers(draft.headers);
                case "key" -> draft.key = text();
                case "value" -> {
                    draft.value = text();
                    draft.hasValue = true;
                }
                case "keyEncoding" -> draft.keyEncoding = text().orElse("");
                case "valueEncoding" -> draft.valueEncoding = text().orElse("");
                default -> json.skipChildren();
            }
        }
        if (!draft.hasValue) {
            throw problem("a record without a value; \"value\": null makes a tombstone");
        }
        return new Written(
                draft.topic,
                draft.partition,
                draft.timestampMs,
                draft.headers,
                bytes(draft.key, draft.keyEncoding),
                bytes(draft.value, draft.valueEncoding));
    }

    /** -1 is a record without a timestamp: the producer gives it one. */
    private Optional<Long> timestamp() throws IOException {
        return text().map(ignored -> number()).filter(timestampMs -> timestampMs >= 0);
    }

    private int partition() {
        long partition = number();
        if (partition < 0 || partition > Integer.MAX_VALUE) {
            throw problem("there is no partition " + partition);
        }
        return (int) partition;
    }

    private long number() {
        try {
            if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                return json.getLongValue();
            }
        } catch (IOException tooLarge) {
            // Told below.
        }
        throw problem("a whole number is wanted");
    }

    /** Empty for null. */
    private Optional<String> text() throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NULL -> Optional.empty();
            case START_OBJECT, START_ARRAY -> Optional.of(JsonCopy.of(json));
            default -> Optional.of(json.getText());
        };
    }

    private void headers(List<Header> headers) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                json.nextToken();
                headers.add(new RecordHeader(name, bytes(text(), "")));
            }
            return;
        }
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw problem("headers are an array of {key, value}, or an object");
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            headers.add(header());
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
            throw problem("headers are an array of {key, value}, or an object");
        }
    }

    private Header header() throws IOException {
        Optional<String> key = Optional.empty();
        Optional<String> value = Optional.empty();
        var encoding = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            switch (name) {
                case "key" -> key = text();
                case "value" -> value = text();
                case "encoding" -> encoding = text().orElse("");
                default -> json.skipChildren();
            }
        }
        return new RecordHeader(key.orElseThrow(() -> problem("a header without a key")), bytes(value, encoding));
    }

    private byte @Nullable [] bytes(Optional<String> text, String encoding) {
        if (text.isEmpty()) {
            return null;
        }
        if (encoding.isEmpty()) {
            return text.get().getBytes(StandardCharsets.UTF_8);
        }
        if (!encoding.equals(RecordJson.BASE64)) {
            throw problem("an encoding is " + RecordJson.BASE64 + ", or not there");
        }
        try {
            return Base64.getDecoder().decode(text.get());
        } catch (IllegalArgumentException notBase64) {
            throw problem("this is no base64: " + notBase64.getMessage());
        }
    }

    private IllegalArgumentException problem(String problem) {
        return new IllegalArgumentException(
                "record " + count + ", line " + json.currentLocation().getLineNr() + ": " + problem);
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
