package dev.gregor.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.Streams;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What stops nothing. Each line names a node that no machine has, lest a failing test end somebody's broker. */
class ServerStopProgramTest {
    private static final String NOBODY = "--node-id=-77";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void givenHelpOrVersion_whenAsked_thenItAnswersAndStopsNothing() throws Exception {
        assertThat(run(NOBODY, "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("USAGE: kafka-server-stop.sh");
        out.reset();
        assertThat(run(NOBODY, "--version")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("4.3.1 ");
    }

    @Test
    void givenAMistypedOption_whenAsked_thenItIsRefused() throws Exception {
        assertThat(run(NOBODY, "--node-idd=1")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("--node-idd=1 is not a recognized option; nothing was stopped");
    }

    @Test
    void givenAnOptionAndItsValueInTwoWords_whenAsked_thenTheyAreRead() throws Exception {
        // when
        run("--node-id", "-77");
        run(NOBODY, "--process-role", "broker");
        // then
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private int run(String... arguments) throws Exception {
        return new ServerStopProgram()
                .run(
                        new Streams(
                                InputStream.nullInputStream(),
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8)),
                        arguments);
    }
}
