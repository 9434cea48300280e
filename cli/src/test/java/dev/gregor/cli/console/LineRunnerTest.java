package dev.gregor.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.ExitCode;
import dev.gregor.cli.GregorProgram;
import dev.gregor.cli.Session;
import dev.gregor.cli.completion.CompletionNodes;
import dev.gregor.cli.context.ChosenCluster;
import dev.gregor.cli.output.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of a script, in a console whose cluster is a port nobody listens at. */
class LineRunnerTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Session session;
    private LineRunner runner;
    private int closedPort;

    @BeforeEach
    void console() throws IOException {
        try (var socket = new ServerSocket(0)) {
            closedPort = socket.getLocalPort();
        }
        var environment =
                Map.of("GREGOR_CONFIG", folder.resolve("contexts.json").toString());
        session = Session.ofConsole(environment, question -> Optional.empty(), Screen.NONE);
        session.aimAt(
                new ChosenCluster.Level(Optional.empty(), Optional.of("localhost:" + closedPort)), Optional.empty());
        var all = new PrintStream(said, true, StandardCharsets.UTF_8);
        runner = new LineRunner(
                session,
                new ConsoleCluster(session),
                new Vocabulary(() -> CompletionNodes.of(GregorProgram.commands(session))),
                new ScriptFront(all, all),
                all);
    }

    @AfterEach
    void leave() {
        session.close();
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"topic list --timeout 1", "broker list --timeout 1"})
    void givenACommandThatNamesNoCluster_whenItRuns_thenItMeansTheConsoles(String line) throws Exception {
        // when
        runner.run(line);
        // then
        assertThat(said()).contains("localhost:" + closedPort);
    }

    @Test
    void givenAConsoleWithClientProperties_whenALineNamesItsOwn_thenTheLinesCount() throws Exception {
        // given
        var consoles = Files.writeString(folder.resolve("consoles"), "");
        var lines = Files.writeString(folder.resolve("lines"), "");
        session.aimAt(session.aim(), Optional.of(consoles));
        // when
        int exitCode = runner.run("topic list --timeout 1 --command-config " + lines);
        // then
        assertThat(exitCode).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(said()).contains("localhost:" + closedPort);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-b localhost:2", "-blocalhost:2", "--bootstrap-server=localhost:2"})
    void givenALineThatNamesItsCluster_whenItRuns_thenThatIsMeant(String option) throws Exception {
        // when
        int exitCode = runner.run("topic list --timeout 1 " + option);
        // then
        assertThat(exitCode).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(said()).contains("localhost:2").doesNotContain("localhost:" + closedPort);
    }

    @Test
    void givenAFileWithNotes_whenHelpIsAppended_thenTheNotesStay() throws Exception {
        // given
        var notes = Files.writeString(folder.resolve("notes"), "mine\n");
        // when
        runner.run("help >> " + notes);
        // then
        assertThat(notes).content().startsWith("mine\nCommands ");
    }

    @Test
    void givenACommandOfTheConsolesOwn_whenAskedForItsHelp_thenItIsToldLikeOthers() throws Exception {
        // when
        int exitCode = runner.run("help watch");
        // then
        assertThat(exitCode).isZero();
        assertThat(said()).startsWith("Run a command every 2 seconds");
    }

    @Test
    void givenWhatCannotBeWatched_whenWatched_thenItIsRefusedWithTheReason() throws Exception {
        // when
        runner.run("watch topic list | grep orders");
        runner.run("watch log stats /tmp");
        runner.run("watch console");
        // then
        assertThat(said()).isEqualTo("""
                console: watch fills the screen; it goes with neither '|' nor '>'
                console: watch runs a command that asks the cluster, not 'log'
                console: watch runs a command that asks the cluster, not 'console'
                """);
    }
}
