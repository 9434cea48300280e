package dev.gregor.cli.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordJsonTest {
    private static final byte[] ZEROS = {0, 0, 'a', 0};
    private static final byte[] BINARY = {0, (byte) 0xff, (byte) 0xc3, '\n', '"'};

    private static ConsumerRecord<byte[], byte[]> record(
            RecordHeaders headers, byte @Nullable [] key, byte @Nullable [] value) {
        return new ConsumerRecord<>(
                "orders", 3, 42, 1_000, TimestampType.CREATE_TIME, 0, 0, key, value, headers, Optional.empty());
    }

    private static JsonRecords reader(String json) throws IOException {
        return new JsonRecords(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String printed(ConsumerRecord<byte[], byte[]> record) {
        var line = new ByteLine();
        new RecordJson().add(record, line);
        return new String(line.toBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void givenBytesOfEveryKind_whenPrintedAndReadBack_thenTheyAreTheSame() throws IOException {
        // given
        var headers = new RecordHeaders();
        headers.add("zero", ZEROS).add("binary", BINARY).add("none", null).add("zero", new byte[0]);
        var text = "grüße \u0000 \"quoted\" \uD83D\uDE00".getBytes(StandardCharsets.UTF_8);
        var json = printed(record(headers, BINARY, ZEROS))
                + printed(record(new RecordHeaders(), null, text))
                + printed(record(new RecordHeaders(), new byte[0], null));
        // when
        try (var records = reader(json)) {
            var first = records.next().orElseThrow();
            var second = records.next().orElseThrow();
            var third = records.next().orElseThrow();
            // then
            assertThat(first.topic()).contains("orders");
            assertThat(first.partition()).contains(3);
            assertThat(first.timestampMs()).contains(1_000L);
            assertThat(first.headers()).containsExactly(headers.toArray());
            assertThat(first.key()).isEqualTo(BINARY);
            assertThat(first.value()).isEqualTo(ZEROS);
            assertThat(second.key()).isNull();
            assertThat(second.value()).isEqualTo(text);
            assertThat(third.key()).isEmpty();
            assertThat(third.value()).isNull();
            assertThat(records.next()).isEmpty();
        }
    }

    @Test
    void givenJsonThatPeopleWrite_whenRead_thenWhatIsMissingIsLeftToTheProducer() throws IOException {
        try (var records =
                reader("[{\"value\": {\"a\": [1, 2]}, \"headers\": {\"h\": \"v\"}, \"mine\": {\"x\": 1}},\n 5]")) {
            var record = records.next().orElseThrow();
            assertThat(record.topic()).isEmpty();
            assertThat(record.partition()).isEmpty();
            assertThat(record.timestampMs()).isEmpty();
            assertThat(record.headers())
                    .isEqualTo(List.of(new RecordHeader("h", "v".getBytes(StandardCharsets.UTF_8))));
            assertThat(record.value()).isEqualTo("{\"a\":[1,2]}".getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(records::next)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("record 2, line 2: an object is wanted, not 5");
        }
    }

    @Test
    void givenBrokenJson_whenRead_thenTheRecordIsNamed() throws IOException {
        try (var records = reader("{\"key\":\"a\",\"value\":null}\n{\"value\":\"!\",\"valueEncoding\":\"base64\"}")) {
            assertThat(records.next()).isPresent();
            assertThatThrownBy(records::next)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("record 2, line 2: this is no base64");
        }
    }

    @Test
    void givenNumbersInsideAValue_whenRead_thenTheyKeepEveryDigit() throws IOException {
        // given
        var value = "{\"price\":1.10,\"exact\":[0.12345678901234567890123,1e400,123456789012345678901234567890]}";
        // when
        try (var records = reader("{\"value\":" + value + "}")) {
            // then
            assertThat(new String(
                            Objects.requireNonNull(records.next().orElseThrow().value()), StandardCharsets.UTF_8))
                    .isEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"key\":\"a\",\"vlaue\":\"b\"}|a record without a value; \"value\": null makes a tombstone",
                "{\"value\":\"a\",\"partition\":1.5}|a whole number is wanted",
                "{\"value\":\"a\",\"partition\":4294967296}|there is no partition 4294967296",
                "{\"value\":\"a\",\"partition\":-1}|there is no partition -1",
                "{\"value\":\"a\",\"timestamp\":99999999999999999999}|a whole number is wanted",
                "{\"value\":\"a\",\"headers\":[\"name\",\"x\"]}|headers are an array of {key, value}, or an object",
            })
    void givenWhatIsNoRecord_whenRead_thenItIsRefusedAndNothingIsMadeOfIt(String json, String problem)
            throws IOException {
        try (var records = reader(json)) {
            assertThatThrownBy(records::next)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("record 1, line 1: " + problem);
        }
    }
}
