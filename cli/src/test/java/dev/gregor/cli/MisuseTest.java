package dev.gregor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.output.Screen;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisuseTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "topic list --columms a | gregor topic list: unknown option '--columms' | Did you mean '--columns'?",
                "topic list --columms=a | gregor topic list: unknown option '--columms' | Did you mean '--columns'?",
                "topic lsit | gregor topic: unknown command 'lsit' | Did you mean 'list'?",
                "tpoic list | gregor: unknown command 'tpoic' | Did you mean 'topic'?",
                "topic frobnicate | gregor topic: unknown command 'frobnicate' | Try 'gregor topic --help'.",
                "context use a b | gregor context use: one word too many: 'b' | Try 'gregor context use --help'.",
                "undo | gregor undo: one of FILE, --last and --list is needed | Try 'gregor undo --help'.",
            })
    void givenALineThatCannotBeUnderstood_whenRun_thenTwoLinesSayWhatWasMeantAndTheCodeIsTwo(
            String line, String first, String second) {
        // given
        var err = new ByteArrayOutputStream();
        var streams = new Streams(
                InputStream.nullInputStream(),
                new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        // when
        int exitCode;
        try (var session = Session.ofConsole(Map.of(), question -> Optional.empty(), Screen.NONE)) {
            exitCode = GregorProgram.run(session, streams, line.split(" "));
        }
        // then
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo(first + "\n" + second + "\n");
        assertThat(exitCode).isEqualTo(2);
    }
}
