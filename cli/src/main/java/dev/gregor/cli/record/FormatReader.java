package dev.gregor.cli.record;

import dev.gregor.cli.record.RecordFormat.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.header.Header;

/** Reads a format string, once. */
final class FormatReader {
    private static final int HEX = 16;

    private final String format;
    private int at;

    FormatReader(String format) {
        this.format = format;
    }

    RecordFormat read() {
        var parts = new ArrayList<Part>();
        var literal = new ByteLine();
        while (at < format.length()) {
            char c = format.charAt(at++);
            if (c == '\\') {
                escape(literal);
            } else if (c != '%') {
                at--;
                literal.add(character());
            } else if (at == format.length()) {
                throw problem("a % without its verb", at - 1);
            } else if ("%{}".indexOf(format.charAt(at)) >= 0) {
                literal.add(String.valueOf(format.charAt(at++)));
            } else {
                flush(literal, parts);
                parts.add(verb());
            }
        }
        flush(literal, parts);
        return new RecordFormat(parts);
    }

    private static void flush(ByteLine literal, List<Part> parts) {
        var bytes = literal.toBytes();
        if (bytes.length > 0) {
            parts.add((record, line) -> line.add(bytes));
        }
        literal.clear();
    }

    /** The next character, both halves of it where it is two. */
    private String character() {
        int end = format.offsetByCodePoints(at, 1);
        var text = format.substring(at, end);
        at = end;
        return text;
    }

    private void escape(ByteLine literal) {
        if (at == format.length()) {
            throw problem("a \\ without what it escapes", at - 1);
        }
        char c = format.charAt(at++);
        switch (c) {
            case 'n' -> literal.add("\n");
            case 't' -> literal.add("\t");
            case 'r' -> literal.add("\r");
            case '\\' -> literal.add("\\");
            case 'x' -> {
                if (at + 2 > format.length()
                        || Character.digit(format.charAt(at), HEX) < 0
                        || Character.digit(format.charAt(at + 1), HEX) < 0) {
                    throw problem("\\x needs two hexadecimal digits", at - 2);
                }
                literal.add(new byte[] {(byte) Integer.parseInt(format, at, at + 2, HEX)});
                at += 2;
            }
            default -> throw problem("no such escape; there are \\n \\t \\r \\\\ \\xNN", at - 2);
        }
    }

    private Part verb() {
        int start = at - 1;
        char verb = format.charAt(at++);
        return switch (verb) {
            case 't' -> topic();
            case 'k' -> bytes(record -> Bytes.orEmpty(record.record().key()));
            case 'v', 's' -> bytes(record -> Bytes.orEmpty(record.record().value()));
            case 'p' -> number(record -> record.record().partition());
            case 'o' -> number(record -> record.record().offset());
            case 'K' -> number(record -> Bytes.length(record.record().key()));
            case 'V', 'S' -> number(record -> Bytes.length(record.record().value()));
            case 'R' -> {
                var packed = NumberStyle.named("big32").orElseThrow();
                yield (record, line) -> packed.add(Bytes.length(record.record().value()), line);
            }
            case 'e' -> number(record -> record.record().leaderEpoch().orElse(-1));
            case 'i' -> number(PrintedRecord::number);
            case '[' -> number(PrintedRecord::logStartOffset);
            case ']' -> number(PrintedRecord::logEndOffset);
            case 'H' -> number(record -> record.record().headers().toArray().length);
            case 'd', 'T' -> timestamp();
            case 'h' -> headers();
            case 'a', 'x', 'y', '|' ->
                throw problem("%" + verb + " is not known to a consumer: a batch's header holds it", start);
            default ->
                throw problem(
                        "no such verb; there are %t %p %o %k %v %s %T %d %h %K %V %S %R %H %e %i %[ %] %% %{ %}",
                        start);
        };
    }

    private Part topic() {
        if (format.startsWith("{length}", at)) {
            at += "{length}".length();
            return (record, line) -> line.add(record.record().topic().length());
        }
        return bytes(record -> record.record().topic().getBytes(StandardCharsets.UTF_8));
    }

    private Part bytes(Function<PrintedRecord, byte[]> of) {
        var style = byteStyle();
        return (record, line) -> style.add(of.apply(record), line);
    }

    private ByteStyle byteStyle() {
        int start = at;
        var modifier = modifier();
        return ByteStyle.named(modifier)
                .orElseThrow(() -> problem(
                        "no such form of bytes; there are {hex} {base64} {base64raw} {json} {unpack[...]}", start));
    }

    private Part number(ToLongFunction<PrintedRecord> of) {
        int start = at;
        var style = NumberStyle.named(modifier())
                .orElseThrow(
                        () -> problem("no such form of a number; there are {ascii} {hex64} {big32} {byte} …", start));
        return (record, line) -> style.add(of.applyAsLong(record), line);
    }

    private Part timestamp() {
        int start = at;
        var modifier = modifier();
        var time = TimeStyle.named(modifier);
        if (time.isPresent()) {
            return (record, line) -> line.add(time.get().text(record.record().timestamp()));
        }
        var style = NumberStyle.named(modifier)
                .orElseThrow(() -> problem("no such form of a time; there are {iso} {strftime[...]} {go[...]}", start));
        return (record, line) -> style.add(record.record().timestamp(), line);
    }

    /** The text between braces right here; empty when there are none. rpk's {@code [...]} and {@code #...#} may hold braces. */
    private String modifier() {
        if (at == format.length() || format.charAt(at) != '{') {
            return "";
        }
        int end = endOfBraces();
        var text = format.substring(at + 1, end);
        at = end + 1;
        return text;
    }

    private int endOfBraces() {
        int depth = 0;
        boolean quoted = false;
        for (int i = at; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '[' && !quoted) {
                quoted = true;
            } else if (c == ']' && quoted) {
                quoted = false;
            } else if (!quoted && c == '{' && format.charAt(i - 1) != '\\') {
                depth++;
            } else if (!quoted && c == '}' && --depth == 0) {
                return i;
            }
        }
        throw problem("the brace is never closed", at);
    }

    private Part headers() {
        if (at == format.length() || format.charAt(at) != '{') {
            return FormatReader::addHeaders;
        }
        int start = at + 1;
        int end = endOfHeaderFormat(start);
        var each = new HeaderFormatReader(format.substring(start, end)).read();
        at = end + 1;
        return (record, line) -> {
            for (var header : record.record().headers()) {
                each.add(header, line);
            }
        };
    }

    private int endOfHeaderFormat(int start) {
        int depth = 1;
        for (int i = start; i < format.length(); i++) {
            char c = format.charAt(i);
            boolean sign = format.charAt(i - 1) == '%';
            if (c == '{' && !sign) {
                depth++;
            } else if (c == '}' && !sign && --depth == 0) {
                return i;
            }
        }
        throw problem("the brace is never closed", start - 1);
    }

    private static void addHeaders(PrintedRecord record, ByteLine line) {
        boolean first = true;
        for (var header : record.record().headers()) {
            line.add(first ? "" : ",").add(header.key()).add("=");
            line.add(header.value() == null ? "NULL".getBytes(StandardCharsets.US_ASCII) : header.value());
            first = false;
        }
    }

    private FormatException problem(String problem, int column) {
        return new FormatException(problem, format, column);
    }

    /** A header's format: the same language with two verbs, {@code %k} and {@code %v}, and their lengths. */
    private static final class HeaderFormatReader {
        private final String format;

        HeaderFormatReader(String format) {
            this.format = format;
        }

        HeaderPart read() {
            var reader = new FormatReader(format);
            var parts = new ArrayList<HeaderPart>();
            var literal = new ByteLine();
            while (reader.at < format.length()) {
                char c = format.charAt(reader.at++);
                if (c == '\\') {
                    reader.escape(literal);
                } else if (c != '%') {
                    reader.at--;
                    literal.add(reader.character());
                } else {
                    var bytes = literal.toBytes();
                    literal.clear();
                    parts.add((header, line) -> line.add(bytes));
                    parts.add(verb(reader));
                }
            }
            var bytes = literal.toBytes();
            parts.add((header, line) -> line.add(bytes));
            return (header, line) -> parts.forEach(part -> part.add(header, line));
        }

        private HeaderPart verb(FormatReader reader) {
            char verb = reader.at < format.length() ? format.charAt(reader.at++) : ' ';
            switch (verb) {
                case 'k' -> {
                    var style = reader.byteStyle();
                    return (header, line) -> style.add(header.key().getBytes(StandardCharsets.UTF_8), line);
                }
                case 'v' -> {
                    var style = reader.byteStyle();
                    return (header, line) -> style.add(Bytes.orEmpty(header.value()), line);
                }
                case 'K' -> {
                    return (header, line) -> line.add(header.key().length());
                }
                case 'V' -> {
                    return (header, line) -> line.add(Bytes.length(header.value()));
                }
                case '%', '{', '}' -> {
                    var sign = String.valueOf(verb);
                    return (header, line) -> line.add(sign);
                }
                default -> throw reader.problem("a header has %k %v %K %V only", reader.at - 2);
            }
        }
    }

    /** A piece of a header's format. */
    @FunctionalInterface
    private interface HeaderPart {
        void add(Header header, ByteLine line);
    }
}
