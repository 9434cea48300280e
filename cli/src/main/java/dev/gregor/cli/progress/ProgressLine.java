package dev.gregor.cli.progress;

import dev.gregor.cli.output.Screen;
import java.io.PrintStream;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;

/** A line on stderr that is written anew four times a second, from the third second on; silent where nobody looks. Thread-safe. */
public final class ProgressLine implements AutoCloseable {
    private static final long FIRST_MS = 2_000;
    private static final long EVERY_MS = 250;
    private static final String ERASE = "\r\u001b[K";

    private final PrintStream err;
    private final boolean shown;
    private final int columns;
    private Optional<Timer> timer = Optional.empty();
    private boolean onScreen;
    private boolean closed;

    /** As wide as the screen, where somebody looks at it. */
    public ProgressLine(PrintStream err, Screen screen) {
        this.err = err;
        this.shown = screen.isTerminal();
        this.columns = screen.columns() - 1;
    }

    /** From now on shows this text, nothing while it is empty; it is asked for on a thread of its own. */
    public void follow(Supplier<String> text) {
        if (!shown || timer.isPresent()) {
            return;
        }
        var ticks = new Timer("progress", true);
        var task = new TimerTask() {
            @Override
            public void run() {
                show(text.get());
            }
        };
        ticks.schedule(task, FIRST_MS, EVERY_MS);
        timer = Optional.of(ticks);
    }

    private synchronized void show(String text) {
        if (closed) {
            // The text was asked for before, and is late.
            return;
        }
        if (text.isEmpty()) {
            clear();
            return;
        }
        // A line that wraps could not be erased.
        err.print(ERASE + text.substring(0, Math.max(0, Math.min(text.length(), columns))));
        err.flush();
        onScreen = true;
    }

    /** Prints something else; the line is out of its way as long as that takes. */
    public synchronized void aside(Runnable print) {
        clear();
        print.run();
    }

    /** Takes the line away, for others to print. */
    public synchronized void clear() {
        if (onScreen) {
            err.print(ERASE);
            err.flush();
            onScreen = false;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        timer.ifPresent(Timer::cancel);
        clear();
    }
}
