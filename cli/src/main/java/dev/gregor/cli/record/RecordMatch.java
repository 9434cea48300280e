package dev.gregor.cli.record;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A condition on a record: {@code REGEX} is found in its key, value or a header; {@code k:REGEX}, {@code v:REGEX} and {@code h:REGEX} look at one
 * of them, a header as {@code name=value}; a {@code !} before it turns it around. Thread-safe.
 */
public final class RecordMatch {
    private final boolean negated;
    private final char part;
    private final Pattern pattern;

    private RecordMatch(boolean negated, char part, Pattern pattern) {
        this.negated = negated;
        this.part = part;
        this.pattern = pattern;
    }

    /** @throws IllegalArgumentException for a regular expression that is none */
    public static RecordMatch of(String text) {
        boolean negated = text.startsWith("!");
        var rest = negated ? text.substring(1) : text;
        boolean named = rest.length() > 1 && rest.charAt(1) == ':' && "kvh".indexOf(rest.charAt(0)) >= 0;
        try {
            return new RecordMatch(
                    negated, named ? rest.charAt(0) : '*', Pattern.compile(named ? rest.substring(2) : rest));
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException("'" + text + "': " + wrong.getDescription(), wrong);
        }
    }

    /** Whether the record fits. Bytes that are not UTF-8 are looked at as U+FFFD. */
    public boolean fits(ConsumerRecord<byte[], byte[]> record) {
        boolean found = switch (part) {
            case 'k' -> isIn(record.key());
            case 'v' -> isIn(record.value());
            case 'h' -> isInHeaders(record);
            default -> isIn(record.key()) || isIn(record.value()) || isInHeaders(record);
        };
        return found != negated;
    }

    private boolean isIn(byte @Nullable [] bytes) {
        return bytes != null
                && pattern.matcher(new String(bytes, StandardCharsets.UTF_8)).find();
    }

    private boolean isInHeaders(ConsumerRecord<byte[], byte[]> record) {
        for (var header : record.headers()) {
            var value = header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
            if (pattern.matcher(header.key() + "=" + value).find()) {
                return true;
            }
        }
        return false;
    }
}
