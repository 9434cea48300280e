package dev.gregor.cli.progress;

import dev.gregor.cli.Session;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Shows how far a task is, on stderr and only where someone looks; a task that is over within a second shows nothing. Any
 * thread may report. {@link ProgressLine} is for tasks without an end, and for text of their own.
 *
 * <pre>{@code
 * try (var progress = Progress.start(session, err, "Searching", Unit.RECORDS, total)
 *         .whenInterrupted("Nothing was changed; the same line starts again.")) {
 *     ... progress.add(batch.size());
 * }
 * }</pre>
 */
public final class Progress implements AutoCloseable {
    /** Where no one knows how much there is. */
    public static final long UNKNOWN = -1;

    private static final long FIRST_NANOS = 1_000_000_000L;
    private static final long PAUSE_NANOS = 200_000_000L;
    private static final String WIPE = "\r\u001b[K";

    private final PrintWriter err;
    private final int columns;
    private final boolean seen;
    private final LongSupplier nanoTime;
    private final Pace pace;
    private final AtomicLong done = new AtomicLong();
    private final ReentrantLock drawing = new ReentrantLock();
    private long nextNanos;
    private boolean drawn;
    private Thread farewell = new Thread();

    Progress(PrintWriter err, int columns, boolean seen, LongSupplier nanoTime, Pace pace) {
        this.err = err;
        this.columns = columns;
        this.seen = seen;
        this.nanoTime = nanoTime;
        this.pace = pace;
        this.nextNanos = nanoTime.getAsLong() + FIRST_NANOS;
    }

    /**
     * A task that begins now.
     *
     * @param what  what is being done, one word or two: {@code Searching}
     * @param total how much there is to do, in units; {@link #UNKNOWN} or above
     */
    public static Progress start(Session session, PrintWriter err, String what, Unit unit, long total) {
        var screen = session.screen();
        return new Progress(
                err,
                screen.columns(),
                screen.isTerminal(),
                System::nanoTime,
                new Pace(what, unit, total, System.nanoTime()));
    }

    /** Says this when the process is told to end (Ctrl-C) before the task is over: how things stand and how to go on. */
    public Progress whenInterrupted(String advice) {
        farewell = new Thread(() -> {
            wipe();
            err.println(advice);
            err.flush();
        });
        Runtime.getRuntime().addShutdownHook(farewell);
        return this;
    }

    /** So much more is done. */
    public void add(long units) {
        done.addAndGet(units);
        show();
    }

    /** So much is done in all. */
    public void at(long units) {
        done.set(units);
        show();
    }

    private void show() {
        long now = nanoTime.getAsLong();
        if (!seen || !drawing.tryLock()) {
            return;
        }
        try {
            if (now >= nextNanos) {
                nextNanos = now + PAUSE_NANOS;
                drawn = true;
                err.print(WIPE + pace.line(done.get(), now, columns - 1));
                err.flush();
            }
        } finally {
            drawing.unlock();
        }
    }

    /** Wipes the line, so that something else can be printed; it comes back with the next report. */
    public void wipe() {
        drawing.lock();
        try {
            if (drawn) {
                err.print(WIPE);
                err.flush();
                drawn = false;
            }
        } finally {
            drawing.unlock();
        }
    }

    /** The task is over; the line goes. */
    @Override
    public void close() {
        wipe();
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException ending) {
            // The process ends already, and the farewell is being said.
        }
    }
}
