package dev.gregor.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/** The whole screen for one command that runs again and again, until {@code q} or Ctrl-C. Closing it gives the screen back. */
final class WatchView implements AutoCloseable {
    private static final int TICK_MS = 50;
    private static final int TAB_COLUMNS = 8;
    /** The title and an empty line above, nothing in the last. */
    private static final int ROWS_KEPT = 3;

    private final Terminal terminal;
    private final String title;
    private final int everySeconds;
    private final Clock clock;
    private final AtomicBoolean enough = new AtomicBoolean();
    private final Attributes before;
    private final Terminal.SignalHandler handlerBefore;
    private final Display display;

    WatchView(Terminal terminal, String title, int everySeconds, Clock clock) {
        this.terminal = terminal;
        this.title = title;
        this.everySeconds = everySeconds;
        this.clock = clock;
        before = terminal.enterRawMode();
        handlerBefore = terminal.handle(Terminal.Signal.INT, signal -> enough.set(true));
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
        terminal.puts(Capability.clear_screen); // the display takes the cursor to be at the top
        display = new Display(terminal, true);
    }

    void run(Front.Repeated repeated) throws IOException, InterruptedException {
        while (!enough.get()) {
            var held = new Held(OutputStream.nullOutputStream());
            var run = repeated.start(held);
            while (!enough.get() && !run.await(1)) {
                readKey();
            }
            if (enough.get()) {
                var unused = run.cancel();
                return;
            }
            draw(new String(held.end(), Charset.defaultCharset()));
            long nextMs = System.currentTimeMillis() + everySeconds * 1_000L;
            while (!enough.get() && System.currentTimeMillis() < nextMs) {
                readKey();
            }
        }
    }

    private void readKey() throws IOException {
        int key = terminal.reader().read(TICK_MS);
        if (key == 'q' || key == 'Q' || key == 3 || key == -1) {
            enough.set(true);
        }
    }

    private void draw(String text) {
        int columns = Math.max(1, terminal.getColumns());
        int rows = Math.max(ROWS_KEPT + 1, terminal.getRows());
        var lines = new ArrayList<AttributedString>();
        lines.add(heading(columns));
        lines.add(AttributedString.EMPTY);
        var body = List.of(text.stripTrailing().split("\n", -1));
        int shown = body.size() <= rows - ROWS_KEPT + 1 ? body.size() : rows - ROWS_KEPT;
        for (var line : body.subList(0, shown)) {
            var styled = new AttributedStringBuilder().tabs(TAB_COLUMNS).ansiAppend(line.replace("\r", ""));
            lines.add(styled.columnSubSequence(0, columns));
        }
        if (shown < body.size()) {
            lines.add(new AttributedString((body.size() - shown) + " more lines"));
        }
        display.resize(new Size(columns, rows));
        display.update(lines, 0);
        terminal.flush();
    }

    private AttributedString heading(int columns) {
        var time = LocalTime.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
        var left = "Every " + everySeconds + " s: " + title;
        var right = "  " + (time.length() == 5 ? time + ":00" : time) + "  q ends";
        int room = Math.max(0, columns - right.length());
        var shown = left.length() <= room ? left + " ".repeat(room - left.length()) : left.substring(0, room);
        return new AttributedString(shown + right, AttributedStyle.INVERSE).columnSubSequence(0, columns);
    }

    @Override
    public void close() {
        terminal.puts(Capability.cursor_visible);
        terminal.puts(Capability.exit_ca_mode);
        terminal.flush();
        terminal.handle(Terminal.Signal.INT, handlerBefore);
        terminal.setAttributes(before);
    }
}
