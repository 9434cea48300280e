package dev.gregor.cli.produce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    @Test
    void givenNoProperties_whenRead_thenTheLineIsTheValue() {
        // when
        var records = read("a\tb\n", Map.of());
        // then
        assertThat(records).containsExactly("t: null=a\tb []");
    }

    @Test
    void givenKeysAndHeaders_whenRead_thenEachPartIsWhereItBelongs() {
        // given
        var properties = Map.of("parse.key", "true", "parse.headers", " TRUE ", "null.marker", "NULL");
        // when
        var records = read("h1:v1,h2:NULL,h1:\tk\tv\tw\nNULL\tNULL\tNULL\n", properties);
        // then
        assertThat(records).containsExactly("t: k=v\tw [h1=v1, h2=null, h1=]", "t: null=null []");
    }

    @Test
    void givenALineWithoutItsSeparator_whenRead_thenItsNumberIsTold() {
        // given
        var properties = Map.of("parse.key", "true", "key.separator", "::");
        // then
        assertThatThrownBy(() -> read("a::b\nab\n", properties))
                .isInstanceOf(KafkaException.class)
                .hasMessage("No key separator found on line number 2: 'ab'");
    }

    @Test
    void givenErrorsIgnored_whenASeparatorIsMissing_thenTheLineIsTheValue() {
        // given
        var properties = Map.of("parse.key", "true", "parse.headers", "true", "ignore.error", "true");
        // when
        var records = read("h:1\tv\nv\nh\tk\tv\n", properties);
        // then
        assertThat(records).containsExactly("t: null=v [h=1]", "t: null=v []", "t: k=v [h=null]");
    }

    @Test
    void givenEqualSeparators_whenConfigured_thenItIsRefused() {
        // given
        var reader = new LineReader(Optional.empty());
        // then
        assertThatThrownBy(() -> reader.configure(Map.of("topic", "t", "headers.delimiter", ",")))
                .hasMessage("headers.delimiter and headers.separator may not be equal");
        assertThatThrownBy(() -> reader.configure(Map.of("topic", "t", "null.marker", "\t")))
                .hasMessage("null.marker and key.separator may not be equal");
    }

    @Test
    void givenAPersonTypes_whenRead_thenThereIsAPromptBeforeEachLine() {
        // given
        var screen = new ByteArrayOutputStream();
        var reader = new LineReader(Optional.of(new PrintStream(screen, true, StandardCharsets.UTF_8)));
        reader.configure(Map.of("topic", "t"));
        // when
        reader.readRecords(new ByteArrayInputStream("a\nb\n".getBytes(StandardCharsets.UTF_8)))
                .forEachRemaining(record -> {});
        // then
        assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualTo(">>>");
    }

    private static List<String> read(String text, Map<String, String> properties) {
        var all = new HashMap<String, Object>(properties);
        all.put("topic", "t");
        var reader = new LineReader(Optional.empty());
        reader.configure(all);
        var records = new ArrayList<String>();
        reader.readRecords(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .forEachRemaining(record -> records.add(told(record)));
        return records;
    }

    private static String told(ProducerRecord<byte[], byte[]> record) {
        var headers = new ArrayList<String>();
        record.headers().forEach(header -> headers.add(header.key() + "=" + text(header.value())));
        return record.topic() + ": " + text(record.key()) + "=" + text(record.value()) + " " + headers;
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "null" : new String(bytes, StandardCharsets.UTF_8);
    }
}
