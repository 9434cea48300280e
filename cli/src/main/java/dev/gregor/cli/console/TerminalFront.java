package dev.gregor.cli.console;

import dev.gregor.cli.output.Screen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;

/** A terminal with a person at it: Ctrl-C cancels, long output is paged. */
final class TerminalFront implements Front {
    private static final int TICK_MS = 50;
    private static final int USUAL_COLUMNS = 80;

    private final Terminal terminal;
    private final LineReader asker;
    private final Asked person;
    private final History history;
    private final boolean colours;

    /** @param asker reads lines for commands, which are no history */
    TerminalFront(Terminal terminal, LineReader asker, Asked person, History history, boolean colours) {
        this.terminal = terminal;
        this.asker = asker;
        this.person = person;
        this.history = history;
        this.colours = colours;
    }

    @Override
    public OutputStream screen() {
        return terminal.output();
    }

    @Override
    public Screen shape() {
        return new Screen(columns(), colours);
    }

    private int columns() {
        return terminal.getColumns() > 0 ? terminal.getColumns() : USUAL_COLUMNS;
    }

    @Override
    public PrintStream errors(PrintStream results) {
        return results;
    }

    @Override
    public InputStream input(List<String> given, Held held) {
        person.listensTo(Optional.of(held));
        return new PromptedInput(given, asker, held);
    }

    @Override
    public Redirect inputOfProcesses() {
        return Redirect.INHERIT;
    }

    @Override
    public boolean await(CommandRun run, Held held) throws IOException, InterruptedException {
        var cancelled = new AtomicBoolean();
        var before = terminal.handle(Terminal.Signal.INT, signal -> cancelled.set(true));
        try {
            while (!run.await(TICK_MS)) {
                held.onTick(System.currentTimeMillis());
                if (cancelled.get()) {
                    return run.cancel();
                }
            }
            return true;
        } finally {
            terminal.handle(Terminal.Signal.INT, before);
        }
    }

    @Override
    public int await(Process process) throws InterruptedException {
        // The process has the terminal and gets its Ctrl-C from there.
        var before = terminal.handle(Terminal.Signal.INT, signal -> {});
        try {
            return process.waitFor();
        } finally {
            terminal.handle(Terminal.Signal.INT, before);
        }
    }

    @Override
    public void show(byte[] text) throws IOException, InterruptedException {
        // A terminal that does not know its size has no pages.
        if (terminal.getRows() <= 0 || rows(new String(text, Charset.defaultCharset())) < terminal.getRows()) {
            terminal.output().write(text);
            terminal.output().flush();
            return;
        }
        var pager = new Less(terminal, Path.of(""));
        pager.run(new Source.InputStreamSource(new ByteArrayInputStream(text), true, "q leaves, / searches"));
    }

    /** Rows of the screen that the text needs; lines longer than it wrap. */
    private int rows(String text) {
        int rows = 0;
        for (var line : text.split("\n", -1)) {
            int length = AttributedString.fromAnsi(line).columnLength();
            rows += Math.max(1, (length + columns() - 1) / columns());
        }
        return rows - 1;
    }

    @Override
    public List<String> history() {
        var lines = new ArrayList<String>();
        history.forEach(entry -> lines.add(entry.line()));
        return lines;
    }

    @Override
    public void clear() {
        terminal.puts(Capability.clear_screen);
        terminal.flush();
    }

    @Override
    public void watch(String title, int everySeconds, Repeated repeated) throws IOException, InterruptedException {
        person.listensTo(Optional.empty());
        try (var view = new WatchView(terminal, title, everySeconds, Clock.systemDefaultZone())) {
            view.run(repeated);
        }
    }
}
