package dev.gregor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private final PairedSamples samples = new PairedSamples();

    @Test
    void givenPairs_whenWritten_thenARowHasMediansTheRatiosSpreadAndTheVerdict() {
        // given
        var rate = Figure.produceRate(LoadCase.ALL.get(0));
        for (double[] pair : new double[][] {{100, 150}, {200, 240}, {50, 100}}) {
            samples.add(rate, true, pair[0]);
            samples.add(rate, false, pair[1]);
        }
        // when
        var markdown = report(List.of()).markdown();
        // then
        assertThat(markdown)
                .contains(
                        "| figure | Apache Kafka | Gregor | ratio: median [min–max] | budget: first | goal | reached |",
                        "| Produce 1 KB, client defaults: throughput | 100 MB/s | 150 MB/s | **1.50** [1.20–2.00] | ≥ 1.30 | ≥ 1.80 | first |")
                .doesNotContain("Not measured");
    }

    @Test
    void givenASideThatFailed_whenWritten_thenTheRowHasNoRatioAndTheReasonIsTold() {
        // given
        samples.add(Figure.singleCpu(), true, 300);
        // when
        var markdown = report(List.of("load: Gregor ended with exit code 1")).markdown();
        // then
        assertThat(markdown)
                .contains(
                        "| 300 ms/1,000 records | – | – | ≤ 0.55 | ≤ 0.35 | – |",
                        "- load: Gregor ended with exit code 1");
    }

    @Test
    void givenAFigureWithoutBudget_whenWritten_thenItsVerdictIsEmpty() {
        // given
        samples.add(Figure.peakMemory(), true, 800);
        samples.add(Figure.peakMemory(), false, 200);
        // when
        var markdown = report(List.of()).markdown();
        // then
        assertThat(markdown).contains("| 800 MB | 200 MB | **0.25** [0.25–0.25] |  |  |  |");
    }

    @Test
    void givenPairs_whenWrittenToAFolder_thenTheJsonHasEverySample(@TempDir Path folder) throws IOException {
        // given
        samples.add(Figure.toolCpu(ToolCase.ALL.get(0)), true, 2.0);
        samples.add(Figure.toolCpu(ToolCase.ALL.get(0)), false, 0.25);
        // when
        report(List.of()).writeTo(folder);
        // then
        var figure = new ObjectMapper()
                .readTree(folder.resolve("report.json").toFile())
                .at("/figures/cli.list.cpu");
        assertThat(figure.at("/a/0").doubleValue()).isEqualTo(2.0);
        assertThat(figure.at("/ratios/0").doubleValue()).isEqualTo(0.125);
        assertThat(figure.at("/goal").doubleValue()).isEqualTo(0.12);
        assertThat(Files.readString(folder.resolve("report.md"))).contains("**0.13**");
    }

    @Test
    void givenBudgets_whenARatioMeetsThem_thenTheVerdictIsTheBestOneReached() {
        assertThat(Budget.atMost(0.4, 0.25).of(0.25)).isEqualTo(Budget.Verdict.GOAL);
        assertThat(Budget.atMost(0.4, 0.25).of(0.3)).isEqualTo(Budget.Verdict.FIRST);
        assertThat(Budget.atMost(0.4, 0.25).of(0.41)).isEqualTo(Budget.Verdict.MISSED);
        assertThat(Budget.atLeast(1.3, 1.8).of(1.8)).isEqualTo(Budget.Verdict.GOAL);
        assertThat(Budget.atLeast(1.3, 1.8).of(1.2)).isEqualTo(Budget.Verdict.MISSED);
        assertThat(Budget.atMost(0.4, 0.25).of(Double.NaN)).isEqualTo(Budget.Verdict.MISSED);
    }

    private Report report(List<String> failures) {
        return new Report("Apache Kafka", "Gregor", List.of("a machine"), samples.rows(), List.of(), failures);
    }
}
