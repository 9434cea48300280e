package dev.gregor.cli.clients;

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
    private Optional<Timer> timer = Optional.empty();
    private boolean onScreen;
    private boolean closed;

    /** @param shown whether somebody looks */
    public ProgressLine(PrintStream err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    /** From now on shows this text; it is asked for on a thread of its own. */
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
        err.print(ERASE + text);
        err.flush();
        onScreen = true;
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
