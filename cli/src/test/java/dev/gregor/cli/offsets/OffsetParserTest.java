package dev.gregor.cli.offsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetParserTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final OffsetPoint START = new OffsetPoint.Start();
    private static final OffsetPoint END = new OffsetPoint.End();

    private final OffsetParser parser = new OffsetParser(NOW, ZoneId.of("Europe/Berlin"));

    private OffsetRange range(String text) {
        return parser.ranges(text).everywhere().orElseThrow();
    }

    private long time(String text) {
        return ((OffsetPoint.AtTime) range(text).from()).timestampMs();
    }

    @Test
    void givenSinglePlaces_whenRead_thenEachIsItsOwnType() {
        assertThat(range("start")).isEqualTo(OffsetRange.from(START));
        assertThat(range("end")).isEqualTo(OffsetRange.from(END));
        assertThat(range("+10")).isEqualTo(OffsetRange.from(new OffsetPoint.AfterStart(10)));
        assertThat(range("-10")).isEqualTo(OffsetRange.from(new OffsetPoint.BeforeEnd(10)));
        assertThat(range("10")).isEqualTo(OffsetRange.from(new OffsetPoint.At(10)));
        assertThat(range("committed:billing")).isEqualTo(OffsetRange.from(new OffsetPoint.Committed("billing")));
    }

    @Test
    void givenRanges_whenRead_thenAnOpenSideIsTheStartOrNoEnd() {
        assertThat(range("5:10")).isEqualTo(OffsetRange.between(new OffsetPoint.At(5), new OffsetPoint.At(10)));
        assertThat(range(":end")).isEqualTo(OffsetRange.between(START, END));
        assertThat(range("-5:")).isEqualTo(OffsetRange.from(new OffsetPoint.BeforeEnd(5)));
        assertThat(range("+5:-5"))
                .isEqualTo(OffsetRange.between(new OffsetPoint.AfterStart(5), new OffsetPoint.BeforeEnd(5)));
        assertThat(range("committed:'a:b,c':end"))
                .isEqualTo(OffsetRange.between(new OffsetPoint.Committed("a:b,c"), END));
        assertThat(range("committed:a:committed:b"))
                .isEqualTo(OffsetRange.between(new OffsetPoint.Committed("a"), new OffsetPoint.Committed("b")));
    }

    @ParameterizedTest
    @CsvSource({
        "@2026-11-24, 2026-11-23T23:00:00Z",
        "@2026-11-24T10:30, 2026-11-24T09:30:00Z",
        "@2026-11-24 10:30, 2026-11-24T09:30:00Z",
        "@2026-11-24T10:30:15.250, 2026-11-24T09:30:15.250Z",
        "@2026-11-24T10:30Z, 2026-11-24T10:30:00Z",
        "@2026-11-24T10:30:00-02:30, 2026-11-24T13:00:00Z",
        "@2026-11-24T10:30:00+0100, 2026-11-24T09:30:00Z",
        "@2026-11-24T10:30:00+01, 2026-11-24T09:30:00Z",
        "@0, 1970-01-01T00:00:00Z",
        "@1700000000000, 2023-11-14T22:13:20Z",
        "@1700000000, 2023-11-14T22:13:20Z",
        "@now, 2026-11-24T12:00:00Z",
        "@-1h, 2026-11-24T11:00:00Z",
        "@-1d12h, 2026-11-23T00:00:00Z",
        "@-1m500ms, 2026-11-24T11:58:59.500Z",
        "@+2w, 2026-12-08T12:00:00Z",
    })
    void givenATime_whenRead_thenItIsMillisecondsSince1970(String text, Instant expected) {
        assertThat(Instant.ofEpochMilli(time(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@-1h:@now",
                "@-1h:now",
                "@2026-11-24T11:00:00Z:@2026-11-24T12:00:00Z",
                "@2026-11-24T12:00:2026-11-24T13:00",
                "@2026-11-24T12:00:1795521600000",
                "@2026-11-24T11:00+00:2026-11-24T12:00Z",
                "@1795518000000:1795521600000",
                "@1795518000:1795521600",
                "@-1h:@-0s"
            })
    void givenTwoTimes_whenRead_thenTheyAreOneHour(String text) {
        // when
        var range = range(text);
        // then
        assertThat(range)
                .isEqualTo(OffsetRange.between(
                        new OffsetPoint.AtTime(NOW.toEpochMilli() - 3_600_000),
                        new OffsetPoint.AtTime(NOW.toEpochMilli())));
    }

    @Test
    void givenAPlainCountAfterATime_whenRead_thenItIsACount() {
        assertThat(range("@-1h:-5").to()).contains(new OffsetPoint.BeforeEnd(5));
        assertThat(range("@-1h:end").to()).contains(END);
    }

    @Test
    void givenEntriesForPartitions_whenRead_thenEachHoldsForItsOwnAndTheRestForAllOthers() {
        // when
        var offsets = parser.ranges("end,0=5,2-3=@-1h:,3=:7");
        // then
        assertThat(offsets.of(0)).contains(OffsetRange.from(new OffsetPoint.At(5)));
        assertThat(offsets.of(1)).contains(OffsetRange.from(END));
        assertThat(offsets.of(2)).contains(OffsetRange.from(new OffsetPoint.AtTime(NOW.toEpochMilli() - 3_600_000)));
        assertThat(offsets.of(3)).contains(OffsetRange.between(START, new OffsetPoint.At(7)));
        assertThat(parser.ranges("0=5").of(1)).isEmpty();
    }

    @Test
    void givenASinglePlacePerPartition_whenReadAsPoints_thenARangeIsRefused() {
        assertThat(parser.points("0=5,1=end"))
                .isEqualTo(new Offsets(
                        Optional.empty(),
                        List.of(
                                new Offsets.Named(0, 0, OffsetRange.from(new OffsetPoint.At(5))),
                                new Offsets.Named(1, 1, OffsetRange.from(END)))));
        assertThatThrownBy(() -> parser.points("5:6"))
                .isInstanceOf(OffsetSyntaxException.class)
                .hasMessage("a range; one place is wanted here at column 2\n  5:6\n   ^");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|0",
                "ende|0",
                "0=5,1=ende|6",
                "5:x|2",
                ":|0",
                "5,6|2",
                "5;6|1",
                "+|1",
                "-x|1",
                "@|1",
                "@-1|3",
                "@-1y|3",
                "@2026-13-01|1",
                "@2026-11-24T10|14",
                "@-9999999999999999w|2",
                "@-100000w|1",
                "committed|9",
                "committed:|10",
                "committed:'a|10",
                "3-1=5|0",
                "99999999999=5|0",
                "99999999999999999999|0",
            })
    void givenWhatCannotBeRead_whenRead_thenTheColumnIsPointedAt(String text, int column) {
        // when
        var failure = catchThrowableOfType(OffsetSyntaxException.class, () -> parser.ranges(text));
        // then
        assertThat(failure.column()).isEqualTo(column);
    }
}
