package dev.gregor.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final StringWriter text = new StringWriter();
    private final AtomicLong now = new AtomicLong(7 * SECOND);

    private Progress progress(boolean seen, int columns, long total) {
        return new Progress(
                new PrintWriter(text), columns, seen, now::get, new Pace("Copying", Unit.RECORDS, total, now.get()));
    }

    @Test
    void givenATerminal_whenASecondHasPassed_thenPercentRateAndTimeLeftAreThere() {
        // given
        var progress = progress(true, 100, 4_000_000);
        progress.add(500_000);
        // when
        now.addAndGet(2 * SECOND);
        progress.add(500_000);
        // then
        assertThat(text)
                .hasToString(
                        "\r\u001b[KCopying  25% [=====               ]  1.0 M records  500 k records/s  0:06 left");
    }

    @Test
    void givenAReportRightAfterAnother_whenDrawn_thenOnlyTheFirstIs() {
        // given
        var progress = progress(true, 40, Progress.UNKNOWN);
        now.addAndGet(2 * SECOND);
        progress.at(10);
        // when
        now.addAndGet(SECOND / 10);
        progress.at(11);
        progress.close();
        // then
        assertThat(text).hasToString("\r\u001b[KCopying  10 records  5 records/s  0:02\r\u001b[K");
    }

    @Test
    void givenManyThreads_whenEachReports_thenAllIsCounted() {
        // given
        var progress = progress(true, 60, Progress.UNKNOWN);
        // when
        IntStream.range(0, 400_000).parallel().forEach(unused -> progress.add(1));
        now.addAndGet(2 * SECOND);
        progress.add(0);
        // then
        assertThat(text).asString().contains("400 k records");
    }

    @Test
    void givenAPipe_whenReported_thenNothingIsWritten() {
        // given
        var progress = progress(false, Integer.MAX_VALUE, 10);
        // when
        now.addAndGet(5 * SECOND);
        progress.add(3);
        progress.close();
        // then
        assertThat(text).hasToString("");
    }

    @Test
    void givenAmounts_whenShown_thenThreeDigitsTellThem() {
        assertThat(Unit.BYTES.text(1536)).isEqualTo("1.5 kB");
        assertThat(Unit.BYTES.text(300)).isEqualTo("300 B");
        assertThat(Unit.RECORDS.text(12_345)).isEqualTo("12 k records");
        assertThat(Unit.ITEMS.text(7)).isEqualTo("7");
    }
}
