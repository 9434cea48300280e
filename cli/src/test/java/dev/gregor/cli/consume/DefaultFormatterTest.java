package dev.gregor.cli.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class DefaultFormatterTest {
    private static final ConsumerRecord<byte[], byte[]> RECORD = new ConsumerRecord<>(
            "t",
            3,
            17L,
            1_700_000_000_000L,
            TimestampType.CREATE_TIME,
            0,
            0,
            bytes("k"),
            bytes("v"),
            new RecordHeaders(new RecordHeader[] {new RecordHeader("a", bytes("1")), new RecordHeader("b", null)}),
            Optional.of(5));

    @Test
    void givenNoProperties_whenWritten_thenTheValueIsALine() {
        assertThat(written(RECORD, Map.of())).isEqualTo("v\n");
    }

    @Test
    void givenEveryColumn_whenWritten_thenTheyComeInKafkasOrder() {
        // given
        var properties = Map.of(
                "print.timestamp", "true",
                "print.partition", "true",
                "print.offset", "true",
                "print.delivery", "true",
                "print.epoch", "true",
                "print.headers", "true",
                "print.key", "true");
        // then
        assertThat(written(RECORD, properties))
                .isEqualTo("CreateTime:1700000000000\tPartition:3\tOffset:17\tDelivery:NOT_PRESENT\tEpoch:5"
                        + "\ta:1,b:null\tk\tv\n");
    }

    @Test
    void givenTheValueLeftOut_whenWritten_thenTheLastColumnEndsTheLine() {
        // given
        var properties = Map.of("print.key", "true", "print.value", "false", "line.separator", ";");
        // then
        assertThat(written(RECORD, properties)).isEqualTo("k;");
    }

    @Test
    void givenNothingInTheRecord_whenWritten_thenItsAbsenceIsTold() {
        // given
        var empty = new ConsumerRecord<byte[], byte[]>("t", 0, 0L, null, null);
        var properties =
                Map.of("print.timestamp", "true", "print.headers", "true", "print.key", "true", "null.literal", "NIL");
        // then
        assertThat(written(empty, properties)).isEqualTo("NO_TIMESTAMP\tNO_HEADERS\tNIL\tNIL\n");
    }

    @Test
    void givenADeserializer_whenWritten_thenItsTextIsPrinted() {
        // given
        var record = new ConsumerRecord<>("t", 0, 0L, bytes("k"), new byte[] {0, 0, 0, 0, 0, 0, 0, 42});
        var properties = Map.of("value.deserializer", "org.apache.kafka.common.serialization.LongDeserializer");
        // then
        assertThat(written(record, properties)).isEqualTo("42\n");
    }

    private static String written(ConsumerRecord<byte[], byte[]> record, Map<String, String> properties) {
        var out = new ByteArrayOutputStream();
        var formatter = new DefaultFormatter(System.err);
        formatter.configure(properties);
        formatter.writeTo(record, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
