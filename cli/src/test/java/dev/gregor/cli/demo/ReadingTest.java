package dev.gregor.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The demo's checks are real: each way a broker can be wrong is found and named. */
class ReadingTest {
    private static final int KEY = 7;
    private static final int OTHER_KEY = 8;

    private final Ledger ledger = new Ledger();
    private Reading reading;

    @BeforeEach
    void produceThreeLines() {
        ledger.produced(KEY, bytes("a"));
        ledger.produced(OTHER_KEY, bytes("b"));
        ledger.produced(KEY, bytes("c"));
        reading = ledger.newReading();
    }

    @Test
    void givenEveryRecordInOrderOfItsKey_whenCompared_thenNothingDiffers() {
        // when
        reading.add(OTHER_KEY, 1, bytes("b"), "demo-1@0");
        reading.add(KEY, 0, bytes("a"), "demo-0@0");
        reading.add(KEY, 2, bytes("c"), "demo-0@1");
        // then
        assertThat(reading.isComplete()).isTrue();
        assertThat(reading.differences()).isEmpty();
    }

    @Test
    void givenARecordThatNeverCame_whenCompared_thenItIsMissing() {
        // when
        reading.add(KEY, 0, bytes("a"), "demo-0@0");
        reading.add(KEY, 2, bytes("c"), "demo-0@1");
        // then
        assertThat(reading.isComplete()).isFalse();
        assertThat(reading.differences()).isEqualTo(List.of("1 missing: line 1"));
    }

    @Test
    void givenARecordTwice_whenCompared_thenItIsDoubled() {
        // when
        readAll();
        reading.add(KEY, 2, bytes("c"), "demo-0@2");
        // then
        assertThat(reading.differences()).isEqualTo(List.of("1 doubled: line 2 again at demo-0@2"));
    }

    @Test
    void givenAKeysRecordsTheOtherWayRound_whenCompared_thenTheyAreOutOfOrder() {
        // when
        reading.add(KEY, 2, bytes("c"), "demo-0@0");
        reading.add(KEY, 0, bytes("a"), "demo-0@1");
        reading.add(OTHER_KEY, 1, bytes("b"), "demo-1@0");
        // then
        assertThat(reading.differences())
                .isEqualTo(List.of("1 out of order within their key: line 0 after line 2 at demo-0@1"));
    }

    @Test
    void givenOtherBytes_whenCompared_thenTheKeyDiffers() {
        // when
        reading.add(KEY, 0, bytes("a"), "demo-0@0");
        reading.add(OTHER_KEY, 1, bytes("B"), "demo-1@0");
        reading.add(KEY, 2, bytes("c"), "demo-0@1");
        // then
        assertThat(reading.differences()).isEqualTo(List.of("1 keys whose bytes differ: key-8, 1 records"));
    }

    @Test
    void givenARecordNobodySent_whenCompared_thenItIsAStranger() {
        // when
        readAll();
        reading.add(KEY, -1, bytes("x"), "demo-0@2");
        // then
        assertThat(reading.differences()).isEqualTo(List.of("1 never produced: line -1 at demo-0@2"));
    }

    private void readAll() {
        reading.add(KEY, 0, bytes("a"), "demo-0@0");
        reading.add(OTHER_KEY, 1, bytes("b"), "demo-1@0");
        reading.add(KEY, 2, bytes("c"), "demo-0@1");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
