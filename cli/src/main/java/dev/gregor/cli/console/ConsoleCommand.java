package dev.gregor.cli.console;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.GregorProgram;
import dev.gregor.cli.Session;
import dev.gregor.cli.clients.Terminal;
import dev.gregor.cli.completion.CompletionNodes;
import dev.gregor.cli.output.Screen;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gregor console}: exit 0; with lines from a pipe 1 when one of them failed. */
@Command(
        name = "console",
        mixinStandardHelpOptions = true,
        description = "Run commands without 'gregor' in front, with completion, history and one connection.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor console", "  echo 'topic list' | gregor console"})
public final class ConsoleCommand implements Callable<Integer> {
    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return Terminal.isInteractive() ? withPerson() : ofScript();
    }

    private int withPerson() throws IOException, InterruptedException {
        try (var terminal = TerminalBuilder.builder()
                        .name("gregor")
                        .system(true)
                        .nativeSignals(true)
                        .graphemeCluster(false) // would be asked for, and waited for, at each start
                        .build();
                var console = new Console(terminal, connection.session().environment(), connection)) {
            return console.run();
        }
    }

    private int ofScript() throws IOException, InterruptedException {
        var streams = connection.session().streams();
        boolean failed = false;
        try (var session =
                Session.ofConsole(connection.session().environment(), question -> Optional.empty(), Screen.NONE)) {
            connection.aim(session);
            var vocabulary = new Vocabulary(() -> CompletionNodes.of(GregorProgram.commands(session)));
            var front = new ScriptFront(streams.out(), streams.err());
            var runner = new LineRunner(session, new ConsoleCluster(session), vocabulary, front, streams.err());
            var lines = new BufferedReader(new InputStreamReader(streams.in(), Charset.defaultCharset()));
            for (var line = ScriptLines.next(lines);
                    line.isPresent() && !runner.isLeft();
                    line = ScriptLines.next(lines)) {
                failed |= runner.run(line.get()) != ExitCode.DONE;
            }
        }
        streams.out().flush();
        return failed ? ExitCode.FAILED : ExitCode.DONE;
    }
}
