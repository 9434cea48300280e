package dev.gregor.cli.produce;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.tools.api.RecordReader;

/**
 * Makes a record of each line, as Apache Kafka's {@code LineMessageReader} does: {@code headers <delimiter> key <separator> value}.
 *
 * <p>Prints the prompt {@code >} before each line when a person types. Works on bytes: what is not UTF-8 arrives unharmed
 * (Apache Kafka's reader puts U+FFFD in its place).
 */
final class LineReader implements RecordReader {
    private final Optional<PrintStream> prompt;
    private String topic = "";
    private LineFormat format = LineFormat.of(Map.of());

    /** @param prompt where to print the prompt; empty when no person types */
    LineReader(Optional<PrintStream> prompt) {
        this.prompt = prompt;
    }

    @Override
    public void configure(Map<String, ?> properties) {
        topic = String.valueOf(properties.get("topic"));
        format = LineFormat.of(properties);
    }

    @Override
    public Iterator<ProducerRecord<byte[], byte[]>> readRecords(InputStream in) {
        return new Records(topic, format, new Lines(in), prompt);
    }

    private static final class Records implements Iterator<ProducerRecord<byte[], byte[]>> {
        private final String topic;
        private final LineFormat format;
        private final Lines lines;
        private final Optional<PrintStream> prompt;
        private final byte[] headersDelimiter;
        private final byte[] keySeparator;
        private final Pattern headersSeparator;
        private Optional<ProducerRecord<byte[], byte[]>> next = Optional.empty();
        private long lineNumber;

        Records(String topic, LineFormat format, Lines lines, Optional<PrintStream> prompt) {
            this.topic = topic;
            this.format = format;
            this.lines = lines;
            this.prompt = prompt;
            headersDelimiter = format.headersDelimiter().getBytes(StandardCharsets.UTF_8);
            keySeparator = format.keySeparator().getBytes(StandardCharsets.UTF_8);
            headersSeparator = format.headersSeparatorPattern();
        }

        @Override
        public boolean hasNext() {
            if (next.isPresent()) {
                return true;
            }
            lineNumber++;
            if (prompt.isPresent()) {
                prompt.get().print('>');
                prompt.get().flush();
            }
            try {
                next = lines.next().map(this::record);
            } catch (IOException e) {
                throw new KafkaException(e);
            }
            return next.isPresent();
        }

        @Override
        public ProducerRecord<byte[], byte[]> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no more record");
            }
            var record = next.orElseThrow();
            next = Optional.empty();
            return record;
        }

        private ProducerRecord<byte[], byte[]> record(byte[] line) {
            int start = 0;
            byte @org.jspecify.annotations.Nullable [] key = null;
            List<Header> headers = List.of();
            if (format.parseHeaders()) {
                int end = find(line, start, headersDelimiter, "headers delimiter");
                if (end >= 0) {
                    headers = headers(new String(line, start, end - start, StandardCharsets.UTF_8));
                    start = end + headersDelimiter.length;
                }
            }
            if (format.parseKey()) {
                int end = find(line, start, keySeparator, "key separator");
                if (end >= 0) {
                    key = format.orNull(Arrays.copyOfRange(line, start, end));
                    start = end + keySeparator.length;
                }
            }
            var value = start == 0 ? line : Arrays.copyOfRange(line, start, line.length);
            return new ProducerRecord<>(topic, null, key, format.orNull(value), headers);
        }

        /** Returns where the separator begins, or -1 if there is none and errors are ignored. */
        private int find(byte[] line, int start, byte[] separator, String name) {
            for (int i = start; i <= line.length - separator.length; i++) {
                if (Arrays.equals(line, i, i + separator.length, separator, 0, separator.length)) {
                    return i;
                }
            }
            if (format.ignoreErrors()) {
                return -1;
            }
            throw new KafkaException("No " + name + " found on line number " + lineNumber + ": '"
                    + new String(line, StandardCharsets.UTF_8) + "'");
        }

        @SuppressWarnings("StringSplitter") // as in Apache Kafka: trailing empty pairs are none
        private List<Header> headers(String text) {
            if (format.isNull(text)) {
                return List.of();
            }
            var headers = new ArrayList<Header>();
            for (var pair : headersSeparator.split(text)) {
                headers.add(header(pair));
            }
            return headers;
        }

        private Header header(String pair) {
            int end = pair.indexOf(format.headersKeySeparator());
            if (end < 0) {
                if (format.ignoreErrors()) {
                    return new RecordHeader(pair, null);
                }
                throw new KafkaException(
                        "No header key separator found in pair '" + pair + "' on line number " + lineNumber);
            }
            var key = pair.substring(0, end);
            if (format.isNull(key)) {
                throw new KafkaException(
                        "Header keys should not be equal to the null marker '" + key + "' as they can't be null");
            }
            var value = pair.substring(end + format.headersKeySeparator().length());
            return new RecordHeader(key, format.isNull(value) ? null : value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
