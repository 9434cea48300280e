package dev.gregor.cli.console;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.GregorProgram;
import dev.gregor.cli.Session;
import dev.gregor.cli.completion.CompletionNodes;
import dev.gregor.cli.context.PrivateFile;
import dev.gregor.cli.output.Screen;
import dev.gregor.protocol.ClusterException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;

/** A person's console: reads a line, runs it, until Ctrl-D. */
final class Console implements AutoCloseable {
    private static final int HISTORY_LINES = 5_000;

    private final Session session;
    private final ConsoleCluster cluster;
    private final ClusterWatch watch;
    private final Vocabulary vocabulary;
    private final LineReader reader;
    private final Prompt prompt;
    private final LineRunner runner;

    /** @param given the cluster that the console was started for */
    Console(Terminal terminal, Map<String, String> environment, ConnectionOptions given) {
        var asker = LineReaderBuilder.builder()
                .terminal(terminal)
                .variable(LineReader.DISABLE_HISTORY, true)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
        boolean colours = Screen.mayHaveColours(environment);
        var person = new Asked(asker);
        session = Session.ofConsole(environment, person, Screen.NONE);
        given.aim(session);
        cluster = new ConsoleCluster(session);
        vocabulary = new Vocabulary(() -> CompletionNodes.of(GregorProgram.commands(session)));
        prompt = new Prompt(terminal, colours);
        watch = new ClusterWatch(this::showReach);
        reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("gregor")
                .parser(new ConsoleParser())
                .completer(new ConsoleCompleter(vocabulary, watch, this::contexts))
                .history(new DefaultHistory())
                .variable(LineReader.HISTORY_FILE, historyFile(environment))
                .variable(LineReader.HISTORY_SIZE, HISTORY_LINES)
                .variable(LineReader.HISTORY_FILE_SIZE, HISTORY_LINES)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%M> ")
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
                .option(LineReader.Option.COMPLETE_MATCHER_TYPO, false) // "dee" is no "create"
                .build();
        var front = new TerminalFront(terminal, asker, person, reader.getHistory(), colours);
        var err = new PrintStream(terminal.output(), true, Charset.defaultCharset());
        runner = new LineRunner(session, cluster, vocabulary, front, err);
    }

    /** {@code $GREGOR_HOME/history}, else {@code gregor/history} in the user's folder for state (XDG). */
    private static Path historyFile(Map<String, String> environment) {
        var home = environment.getOrDefault("GREGOR_HOME", "");
        var file = home.isEmpty()
                ? PrivateFile.folder(environment, "XDG_STATE_HOME", ".local/state")
                        .resolve("history")
                : Path.of(home).resolve("history");
        try {
            PrivateFile.prepare(file);
        } catch (IOException notHere) {
            // A history for this session only.
        }
        return file;
    }

    private List<String> contexts() {
        var names = new ArrayList<String>();
        try {
            session.contexts().all().forEach(context -> names.add(context.name()));
        } catch (ClusterException unreadable) {
            // TAB never complains; 'context list' will.
        }
        return names;
    }

    /** On the watch's thread: a prompt that waits for a line is drawn anew. */
    private void showReach() {
        if (reader instanceof LineReaderImpl shown) {
            shown.setPrompt(prompt.text(watch.reach()));
            try {
                shown.callWidget(LineReader.REDISPLAY);
            } catch (IllegalStateException notReading) {
                // The next prompt will have it.
            }
        }
    }

    int run() throws InterruptedException {
        while (!runner.isLeft()) {
            prompt.show(cluster.name(), cluster.care());
            watch.follow(cluster.settings());
            try {
                runner.run(reader.readLine(prompt.text(watch.reach())).strip());
                watch.refreshNames();
            } catch (UserInterruptException controlC) {
                // An empty line instead of the one given up.
            } catch (EndOfFileException controlD) {
                break;
            }
        }
        return ExitCode.DONE;
    }

    @Override
    public void close() {
        watch.close();
        session.close();
    }
}
