package dev.gregor.conformance.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.conformance.program.Program;
import dev.gregor.conformance.server.RunningServer;
import dev.gregor.conformance.server.ServerHome;
import dev.gregor.conformance.server.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gregor console} with a person at it, who sees a broker die and come back. The screens are kept in docs/console. */
class ConsoleTest {
    private static final String GREGOR =
            ServerKind.repository().resolve("bin/gregor").toString();
    private static final String PROMPT = "dev>";
    private static final String PROMPT_UNREACHABLE = "dev (unreachable)>";

    private final ServerHome home = ServerHome.create();
    private final Capture capture = new Capture(home.port());

    @TempDir
    private Path folder;

    private RunningServer server;

    @BeforeEach
    void startBroker() throws IOException {
        server = home.start(ServerKind.underTest());
        Files.writeString(
                folder.resolve("contexts.json"),
                "{\"current\": \"dev\", \"contexts\": {\"dev\": {\"bootstrap\": \"" + home.bootstrap() + "\"}}}");
    }

    @AfterEach
    void stopBroker() {
        home.close();
    }

    private Tmux console() {
        var environment = Map.of(
                "GREGOR_HOME",
                folder.toString(),
                "GREGOR_CONFIG",
                folder.resolve("contexts.json").toString(),
                "GREGOR_CONTEXT",
                "",
                "GREGOR_BOOTSTRAP_SERVER",
                "");
        var terminal = new Tmux(environment, List.of(GREGOR, "console"));
        terminal.awaitLastLine(PROMPT);
        return terminal;
    }

    private static void enter(Tmux terminal, String line) {
        terminal.type(line);
        terminal.press("Enter");
    }

    @Test
    void givenABrokerThatDiesAndComesBack_whenAPersonWorksOn_thenTheConsoleStaysAndSaysSo() {
        try (var terminal = console()) {
            createTopics(terminal);
            completes(terminal);
            watches(terminal);
            losesTheBroker(terminal);
            server = home.start(ServerKind.underTest());
            findsItAgain(terminal);
            terminal.press("C-d");
            terminal.awaitEnd();
        }
        try (var terminal = console()) {
            remembers(terminal);
        }
    }

    private void createTopics(Tmux terminal) {
        enter(terminal, "topic create orders --partitions 3");
        capture.check("create.txt", terminal.await("Make this change? [y/N]"));
        enter(terminal, "y");
        terminal.await("Done.");
        terminal.awaitLastLine(PROMPT);
        enter(terminal, "topic create payments --partitions 1 --yes");
        terminal.await("the topic created", screen -> screen.contains("\ntopic payments "));
        terminal.awaitLastLine(PROMPT);
    }

    private void completes(Tmux terminal) {
        clear(terminal);
        terminal.type("topic desc");
        terminal.press("Tab");
        terminal.await("topic describe");
        // The names are asked for after each command: soon they are there.
        capture.check(
                "completion.txt",
                terminal.await(
                        "both topics offered",
                        screen -> screen.lines().anyMatch(line -> line.matches("orders +payments")),
                        () -> terminal.press("Tab")));
        terminal.type("o");
        terminal.press("Tab");
        terminal.await("the topic's name completed", screen -> screen.equals(PROMPT + " topic describe orders\n"));
        terminal.press("Enter");
        terminal.await("PARTITION");
        capture.check("describe.txt", terminal.awaitLastLine(PROMPT));
    }

    private void watches(Tmux terminal) {
        clear(terminal);
        enter(terminal, "watch topic list");
        terminal.await("Every 2 s: topic list");
        capture.check("watch.txt", terminal.await("payments"));
        terminal.press("q");
        terminal.awaitLastLine(PROMPT);
        assertThat(terminal.screen()).doesNotContain("Every 2 s");
    }

    private void losesTheBroker(Tmux terminal) {
        clear(terminal);
        server.kill();
        terminal.awaitLastLine(PROMPT_UNREACHABLE);
        enter(terminal, "topic list --timeout 1");
        terminal.await("no broker answered within 1000 ms");
        capture.check("unreachable.txt", terminal.awaitLastLine(PROMPT_UNREACHABLE));
        clear(terminal, PROMPT_UNREACHABLE);
        enter(terminal, "topic list --timeout 300");
        terminal.await(
                "the command given up", screen -> screen.contains("console: cancelled"), () -> terminal.press("C-c"));
        clear(terminal, PROMPT_UNREACHABLE);
    }

    private void findsItAgain(Tmux terminal) {
        terminal.awaitLastLine(PROMPT);
        enter(terminal, "topic list | grep orders");
        terminal.await("the topic's row", screen -> screen.contains("\norders "));
        capture.check("back.txt", terminal.awaitLastLine(PROMPT));
    }

    private void remembers(Tmux terminal) {
        terminal.press("C-r");
        terminal.type("describe");
        terminal.await("topic describe orders");
        capture.check("history.txt", terminal.await("bck-i-search: describe_"));
        terminal.press("Enter");
        terminal.await("PARTITION");
        terminal.awaitLastLine(PROMPT);
        // Longer than the screen: in a pager.
        enter(terminal, "help");
        terminal.await("q leaves");
        terminal.press("q");
        terminal.awaitLastLine(PROMPT);
    }

    private static void clear(Tmux terminal) {
        clear(terminal, PROMPT);
    }

    private static void clear(Tmux terminal, String prompt) {
        enter(terminal, "clear");
        terminal.await("a clear screen", screen -> screen.equals(prompt + "\n"));
    }

    @Test
    void givenAScript_whenItIsPipedIn_thenEachLineRunsAndOneFailureIsAFailure() throws IOException {
        // given
        var results = folder.resolve("results.txt");
        var script = Files.writeString(folder.resolve("script"), """
                # one line, one command
                topic create scripted --partitions 2 --yes
                topic list -o name | grep scripted
                topic describe \\
                  scripted -o json > %s
                !wc -l < %s
                use nowhere
                topic list -o name
                """.formatted(results, results));
        // when
        var run = new Program(
                        List.of("env", "XDG_STATE_HOME=" + folder, GREGOR, "console"),
                        "a build",
                        Optional.of(script),
                        Duration.ofSeconds(60))
                .run(folder, "-b", home.bootstrap());
        // then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("topic scripted").endsWith("\nscripted\n");
        assertThat(run.err()).endsWith("console: no context 'nowhere'; 'gregor context add' makes one.\n");
        assertThat(results).content().contains("\"topic\"");
    }
}
