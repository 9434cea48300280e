package dev.gregor.cli.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.header.Header;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A line for each record, as kcat and rpk are told it: {@code %t} topic, {@code %p} partition, {@code %o} offset, {@code %T}
 * timestamp in ms, {@code %k} key, {@code %v} or {@code %s} value, {@code %h} headers, {@code %K %V %S} lengths, {@code %%};
 * {@code {hex}} or {@code {base64}} may follow {@code %k %v %s}; escapes {@code \n \t \r \0 \\}.
 */
final class RecordFormat {
    /** One piece of a line. */
    private record Piece(char verb, String text) {}

    private static final char LITERAL = 0;
    private static final String VERBS = "tpoTkKvVsSh";
    private static final String WITH_ENCODING = "kvs";

    private final List<Piece> pieces = new ArrayList<>();

    /** @throws IllegalArgumentException for a verb or an encoding that is not known */
    RecordFormat(String format) {
        for (int i = 0; i < format.length(); ) {
            i = parse(format, i);
        }
    }

    /** Makes one of an option's value. */
    static final class Converter implements ITypeConverter<RecordFormat> {
        @Override
        public RecordFormat convert(String value) {
            try {
                return new RecordFormat(value);
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException(wrong.getMessage());
            }
        }
    }

    private int parse(String format, int at) {
        char c = format.charAt(at);
        boolean hasNext = at + 1 < format.length();
        if (c == '\\' && hasNext) {
            literal(unescaped(format.charAt(at + 1)));
            return at + 2;
        }
        if (c != '%') {
            literal(c);
            return at + 1;
        }
        char verb = hasNext ? format.charAt(at + 1) : ' ';
        if (verb == '%') {
            literal('%');
            return at + 2;
        }
        if (VERBS.indexOf(verb) < 0) {
            throw new IllegalArgumentException(
                    "'%" + verb + "' is no verb; there are %t %p %o %T %k %K %v %V %h and %%");
        }
        int end = format.indexOf('}', at);
        if (at + 2 < format.length() && format.charAt(at + 2) == '{' && end > 0 && WITH_ENCODING.indexOf(verb) >= 0) {
            var encoding = format.substring(at + 3, end);
            if (!encoding.equals("hex") && !encoding.equals("base64")) {
                throw new IllegalArgumentException("'{" + encoding + "}' is no encoding; there are {hex} and {base64}");
            }
            pieces.add(new Piece(verb, encoding));
            return end + 1;
        }
        pieces.add(new Piece(verb, ""));
        return at + 2;
    }

    private void literal(char c) {
        pieces.add(new Piece(LITERAL, String.valueOf(c)));
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case '0' -> '\0';
            default -> c;
        };
    }

    String line(DumpedRecord dumped) {
        var record = dumped.record();
        var line = new StringBuilder();
        for (var piece : pieces) {
            switch (piece.verb()) {
                case 't' -> line.append(dumped.topic());
                case 'p' -> line.append(dumped.partition());
                case 'o' -> line.append(record.offset());
                case 'T' -> line.append(record.timestamp());
                case 'K' -> line.append(record.keySize());
                case 'V', 'S' -> line.append(record.valueSize());
                case 'h' -> line.append(headers(record.headers()));
                case 'k' -> line.append(encoded(record.hasKey() ? record.key() : ByteBuffer.allocate(0), piece.text()));
                case 'v', 's' ->
                    line.append(encoded(record.hasValue() ? record.value() : ByteBuffer.allocate(0), piece.text()));
                default -> line.append(piece.text());
            }
        }
        return line.toString();
    }

    static String headers(Header[] headers) {
        var text = new StringBuilder();
        for (var header : headers) {
            text.append(text.isEmpty() ? "" : ",")
                    .append(header.key())
                    .append('=')
                    .append(header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private static String encoded(ByteBuffer buffer, String encoding) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return switch (encoding) {
            case "hex" -> HexFormat.of().formatHex(bytes);
            case "base64" -> Base64.getEncoder().encodeToString(bytes);
            default -> new String(bytes, StandardCharsets.UTF_8);
        };
    }
}
