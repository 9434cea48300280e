package dev.gregor.conformance.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.conformance.program.Program;
import dev.gregor.conformance.server.RunningServer;
import dev.gregor.conformance.server.ServerKind;
import dev.gregor.conformance.server.SharedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The completion scripts in the shells they are for: a live topic is completed, and nothing else is printed. */
@ExtendWith(SharedServer.class)
class ShellCompletionTest {
    private static final Path BIN = ServerKind.repository().resolve("bin");
    private static final Duration CREATED_WITHIN = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    /** How each shell starts without the user's own files, and loads the script. */
    enum Shell {
        BASH(List.of("bash", "--norc", "--noprofile"), "PS1='$ '; source <(gregor completion bash)", "$ "),
        ZSH(List.of("zsh", "-f"), "PS1='$ '; source <(gregor completion zsh)", "$ "),
        FISH(
                List.of("fish", "--no-config"),
                "set -g fish_autosuggestion_enabled 0; function fish_prompt; echo '$ '; end; gregor completion fish | source",
                "$ ");

        private final List<String> program;
        private final String loads;
        private final String prompt;

        Shell(List<String> program, String loads, String prompt) {
            this.program = program;
            this.loads = loads;
            this.prompt = prompt;
        }
    }

    @ParameterizedTest
    @EnumSource(Shell.class)
    void givenALiveTopic_whenItIsBegunBehindGregor_thenTheNameStandsThere(Shell shell, RunningServer server)
            throws IOException {
        completes(shell, server, "gregor topic describe -b " + server.bootstrap() + " ");
    }

    @ParameterizedTest
    @EnumSource(Shell.class)
    void givenALiveTopic_whenItIsBegunBehindADropIn_thenTheNameStandsThere(Shell shell, RunningServer server)
            throws IOException {
        completes(shell, server, "kafka-topics.sh --bootstrap-server " + server.bootstrap() + " --topic ");
    }

    private void completes(Shell shell, RunningServer server, String line) throws IOException {
        // given
        var topic = "live-" + shell.name().toLowerCase(Locale.ROOT);
        create(server, topic);
        try (var terminal = shell(shell)) {
            // when
            terminal.type(line + topic.substring(0, topic.length() - 2));
            terminal.press("Tab"); // has the names asked for
            var screen = terminal.await(
                    "the name of " + topic, seen -> joined(seen).contains(line + topic), () -> terminal.press("Tab"));
            // then nothing else has been printed
            assertThat(joined(screen).strip()).endsWith("loaded" + shell.prompt + line + topic);
        }
    }

    /** A line longer than the screen wraps. */
    private static String joined(String screen) {
        return screen.replace("\n", "");
    }

    private Tmux shell(Shell shell) throws IOException {
        var environment = Map.of(
                "PATH", BIN + ":" + System.getenv("PATH"),
                "HOME", Files.createDirectories(folder.resolve("home")).toString(),
                "XDG_CACHE_HOME", folder.resolve("cache").toString(),
                "XDG_CONFIG_HOME", folder.resolve("config").toString(),
                "XDG_DATA_HOME", folder.resolve("data").toString());
        var terminal = new Tmux(environment, shell.program);
        terminal.type(shell.loads + "; echo loa''ded");
        terminal.press("Enter");
        var screen = terminal.await("the script loaded", seen -> seen.endsWith("\nloaded\n$\n"));
        assertThat(screen).doesNotContain("not found");
        return terminal;
    }

    private void create(RunningServer server, String topic) {
        new Program(List.of(BIN.resolve("kafka-topics.sh").toString()), "a build", Optional.empty(), CREATED_WITHIN)
                .run(folder, "--bootstrap-server", server.bootstrap(), "--create", "--if-not-exists", "--topic", topic)
                .succeeded();
    }
}
