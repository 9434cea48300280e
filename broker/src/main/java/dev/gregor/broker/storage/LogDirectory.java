package dev.gregor.broker.storage;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.common.Uuid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One of {@code log.dirs}: whether it is usable, whether it is quick, and the thread that writes to it when it is not. Any
 * thread.
 */
final class LogDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(LogDirectory.class);

    /**
     * A write to the page cache takes microseconds; some in a row that take this long have met the disk. A single one may be a
     * thread that a busy machine did not let run.
     */
    private static final long SLOW_WRITE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final int SLOW_WRITES = 3;
    /** One write that takes this long is enough. */
    private static final long STALLED_WRITE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    /** How long writes must have been quick before callers write again themselves. */
    private static final long QUICK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long WRITER_IDLE_SECONDS = 10;

    private final File dir;
    private final Uuid id;
    private final Consumer<LogDirectory> onFailure;
    private final ThreadPoolExecutor writer;
    private volatile boolean online = true;
    private volatile boolean slow;
    /** Counted by many threads without care: it is a hint. */
    private int slowInARow;

    private volatile long lastSlowNanos;

    LogDirectory(File dir, Uuid id, Consumer<LogDirectory> onFailure) {
        this.dir = dir;
        this.id = id;
        this.onFailure = onFailure;
        this.writer = new ThreadPoolExecutor(
                1, 1, WRITER_IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    var thread = new Thread(task, "log-writer-" + dir.getName());
                    thread.setDaemon(true);
                    return thread;
                });
        writer.allowCoreThreadTimeOut(true);
    }

    File dir() {
        return dir;
    }

    Uuid id() {
        return id;
    }

    boolean isOnline() {
        return online;
    }

    /** Takes the directory offline until a restart. A failed flush is never tried again: the pages may count as clean. */
    void fail(String what, Throwable cause) {
        synchronized (this) {
            if (!online) {
                return;
            }
            online = false;
        }
        var reason = reason(cause);
        if (reason.contains("No space left on device")) {
            LOG.error(
                    "Log directory {} is full: {}. Its partitions take no more records; free some space and restart.",
                    dir,
                    what);
        } else {
            LOG.error("Log directory {} goes offline: {}: {}. Repair it and restart.", dir, what, reason);
        }
        try {
            onFailure.accept(this);
        } catch (RuntimeException e) {
            LOG.error("The failure of log directory {} was not told", dir, e);
        }
    }

    /** Some failures of a file say no more than its name. */
    private static String reason(Throwable cause) {
        boolean namesOnlyTheFile = cause instanceof FileSystemException failure && failure.getReason() == null;
        return cause.getMessage() == null || namesOnlyTheFile ? cause.toString() : cause.getMessage();
    }

    /** Whether writes go to the directory's own thread, so that a slow disk stalls nobody else. */
    boolean isSlow() {
        return slow;
    }

    void onWriteTook(long nanos, long nowNanos) {
        if (nanos > SLOW_WRITE_NANOS) {
            lastSlowNanos = nowNanos;
            slowInARow++;
            slow |= slowInARow >= SLOW_WRITES || nanos > STALLED_WRITE_NANOS;
            return;
        }
        if (slowInARow != 0) {
            slowInARow = 0;
        }
        if (slow && nowNanos - lastSlowNanos > QUICK_AGAIN_NANOS) {
            slow = false;
        }
    }

    /** The directory's writer thread; there is none until something is given to it. */
    Executor writer() {
        return writer;
    }

    void close() {
        writer.shutdown();
    }

    /** Runs something on files of this directory; a failure takes it offline. */
    boolean attempt(String what, FileTask task) {
        try {
            task.run();
            return true;
        } catch (IOException e) {
            fail(what, e);
            return false;
        }
    }

    @FunctionalInterface
    interface FileTask {
        void run() throws IOException;
    }
}
