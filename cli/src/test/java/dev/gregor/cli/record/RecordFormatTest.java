package dev.gregor.cli.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFormatTest {
    private static final long TIMESTAMP_MS = 1_700_000_000_123L;

    private static ConsumerRecord<byte[], byte[]> record(byte @Nullable [] key, byte @Nullable [] value) {
        var headers = new RecordHeaders();
        headers.add("a", bytes("1")).add("b", null);
        return new ConsumerRecord<>(
                "orders", 3, 42, TIMESTAMP_MS, TimestampType.CREATE_TIME, 0, 0, key, value, headers, Optional.of(7));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String formatted(String format, ConsumerRecord<byte[], byte[]> record) {
        var line = new ByteLine();
        RecordFormat.of(format).add(new PrintedRecord(record, 5, 10, 99), line);
        return new String(line.toBytes(), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%t %p %o %T %k %v %h|orders 3 42 1700000000123 k value a=1,b=NULL",
                "%s %S %K %V|value 5 1 5",
                "%t{length} %e %i %[ %] %H|6 7 5 10 99 2",
                "%% %{ %}|% { }",
                "%v{hex} %v{base64} %k{base64raw} %k{json}|76616c7565 dmFsdWU= aw \"k\"",
                "%h{%k=%v;}|a=1;b=;",
                "%h{%K:%V{}|x",
                "%o{hex16} %p{hex4}|002a 3",
                "%d %d{strftime[%F]} %d{go#2006-01#}|1700000000123 2023-11-14 2023-11",
                "%d{strftime[the year's %Y]} %d{go#year's [2006] {x}#}|the year's 2023 year's [2023] {x}",
            })
    void givenBothDialects_whenFormatted_thenVerbsMeanWhatTheyMeanThere(String format, String expected) {
        if (expected.equals("x")) {
            assertThatThrownBy(() -> RecordFormat.of(format)).isInstanceOf(FormatException.class);
            return;
        }
        assertThat(formatted(format, record(bytes("k"), bytes("value")))).isEqualTo(expected);
    }

    @Test
    void givenEscapes_whenFormatted_thenTheyAreTheirBytes() {
        assertThat(formatted("\\t\\n\\r\\\\\\x00\\xff", record(null, null))).isEqualTo("\t\n\r\\\0\u00ff");
    }

    @Test
    void givenNulls_whenFormatted_thenTheyAreEmptyAndOfLengthMinusOne() {
        assertThat(formatted("[%k][%v] %K %S %R", record(null, null))).isEqualTo("[][] -1 -1 \u00ff\u00ff\u00ff\u00ff");
    }

    @Test
    void givenPackedNumbers_whenUnpacked_thenTheLayoutSaysHow() {
        assertThat(formatted("%v{unpack[>Hb<Is]}", record(null, new byte[] {1, 2, -1, 5, 0, 0, 0, 'x', 'y'})))
                .isEqualTo("258-15xy");
        assertThat(formatted("%o{big16}%p{little32}", record(null, null))).isEqualTo("\0*\3\0\0\0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "%q",
                "%v{nope}",
                "%v{hex",
                "\\q",
                "\\x0",
                "%o{hex5}",
                "%o{hex1}",
                "%o{hex3}",
                "%h{%o}",
                "%a",
                "%d{strftime}"
            })
    void givenWhatIsNoFormat_whenRead_thenTheMessagePointsAtIt(String format) {
        assertThatThrownBy(() -> RecordFormat.of(format))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("at column ")
                .hasMessageContaining("^");
    }

    @Test
    void givenConditions_whenTried_thenTheyLookWhereTheySay() {
        var record = record(bytes("k1"), bytes("paid: 10"));
        for (var fits : List.of("k1", "paid", "a=1", "k:^k", "v:\\d+$", "h:^b=$", "!k:paid", "!v:k1", "(?i)PAID")) {
            assertThat(RecordMatch.of(fits).fits(record)).as(fits).isTrue();
        }
        for (var fitsNot : List.of("k:paid", "v:k1", "h:paid", "!paid", "x")) {
            assertThat(RecordMatch.of(fitsNot).fits(record)).as(fitsNot).isFalse();
        }
        assertThat(RecordMatch.of("v:").fits(record(null, null))).isFalse();
        assertThatThrownBy(() -> RecordMatch.of("k:[")).isInstanceOf(IllegalArgumentException.class);
    }
}
