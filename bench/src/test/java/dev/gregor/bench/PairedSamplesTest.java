package dev.gregor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PairedSamplesTest {
    private static final Figure TIME = Figure.toolTime(ToolCase.ALL.get(0));

    private final PairedSamples samples = new PairedSamples();

    @Test
    void givenPairs_whenRatiosAreTaken_thenEachIsOfItsOwnPair() {
        // given a machine that turned four times slower between the pairs
        add(TIME, true, 2.0, 8.0);
        add(TIME, false, 1.0, 4.0);
        // when
        var row = samples.rows().get(0);
        // then
        assertThat(row.ratios()).containsExactly(0.5, 0.5);
    }

    @Test
    void givenTheLastPairWasNotFinished_whenRatiosAreTaken_thenItGivesNone() {
        // given
        add(TIME, true, 2.0, 3.0);
        add(TIME, false, 1.0);
        // when
        var row = samples.rows().get(0);
        // then
        assertThat(row.ratios()).containsExactly(0.5);
        assertThat(row.a()).containsExactly(2.0, 3.0);
    }

    @Test
    void givenFiguresInSomeOrder_whenListed_thenTheyKeepIt() {
        // given
        samples.add(Figure.singleCpu(), true, 1);
        samples.add(TIME, true, 1);
        samples.add(Figure.singleCpu(), false, 1);
        // when
        var rows = samples.rows();
        // then
        assertThat(rows).extracting(PairedSamples.Row::figure).containsExactly(Figure.singleCpu(), TIME);
    }

    @Test
    void givenOddAndEvenNumbersOfValues_whenTheMedianIsTaken_thenItIsTheMiddleOrTheMeanOfTheMiddleTwo() {
        assertThat(PairedSamples.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2.0);
        assertThat(PairedSamples.median(List.of(9.0, 1.0, 2.0, 4.0))).isEqualTo(3.0);
        assertThat(PairedSamples.median(List.of())).isNaN();
    }

    @Test
    void givenAThousandValues_whenQuantilesAreTaken_thenTheyAreTheNearestRanks() {
        // given 1000, 999, … 1
        long[] values = LongStream.rangeClosed(1, 1_000).map(n -> 1_001 - n).toArray();
        // when / then
        assertThat(PairedSamples.quantile(values, 0.5)).isEqualTo(500);
        assertThat(PairedSamples.quantile(values, 0.99)).isEqualTo(990);
        assertThat(PairedSamples.quantile(values, 0.999)).isEqualTo(999);
        assertThat(PairedSamples.quantile(values, 1)).isEqualTo(1_000);
        assertThat(values).startsWith(1_000);
    }

    @Test
    void givenNoValues_whenAQuantileIsTaken_thenThatIsAnError() {
        assertThatThrownBy(() -> PairedSamples.quantile(new long[0], 0.5)).isInstanceOf(IllegalArgumentException.class);
    }

    private void add(Figure figure, boolean sideA, double... values) {
        for (double value : values) {
            samples.add(figure, sideA, value);
        }
    }
}
