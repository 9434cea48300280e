package dev.gregor.cli.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Screen;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ChangeReportTest {
    private static final Change CHANGE = Change.of("topic orders: retention.ms", "604800000", "86400000");
    private static final String LONG_ERROR =
            "Topic authorization failed for whoever asked, which is told in a sentence that no column has room for";

    /** Stands for any command. */
    @Command(name = "set")
    private static final class Some {}

    @Test
    void givenATerminal_whenAChangeFailed_thenItsErrorIsToldInFullBelowTheTable() {
        // given
        var out = new StringWriter();
        var err = new StringWriter();
        var line = new CommandLine(new Some()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true));
        var report = new ChangeReport(line, new Screen(80, false), new OutputOptions());
        // when
        report.done(List.of(Outcome.failed(CHANGE, LONG_ERROR)), false, Optional.empty());
        // then
        assertThat(out.toString().lines())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).hasSizeLessThanOrEqualTo(80));
        assertThat(out.toString()).doesNotContain("…");
        assertThat(err.toString()).isEqualTo("topic orders: retention.ms: " + LONG_ERROR + "\nset: 1 of 1 failed.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "false,false | There is no way back.",
                "true,false | There is no way back for topic 1.",
                "true,true | There is no way back",
            })
    void givenChangesWithAndWithoutAWayBack_whenProposed_thenThoseWithoutAreNamed(String undoable, String said) {
        // given
        var changes = new ArrayList<Change>();
        for (var one : undoable.split(",", 0)) {
            var change = Change.removed("topic " + changes.size(), "all records");
            changes.add(one.equals("true") ? change.undoneBy("some", "line") : change);
        }
        var err = new StringWriter();
        var line = new CommandLine(new Some()).setErr(new PrintWriter(err, true));
        var report = new ChangeReport(line, Screen.NONE, new OutputOptions());
        var guard = new Guard(Optional.empty(), Optional.empty(), "localhost:9092", Optional.empty());
        // when
        report.proposed(guard, changes);
        // then
        assertThat(err.toString().contains(said)).isEqualTo(undoable.contains("false"));
    }
}
