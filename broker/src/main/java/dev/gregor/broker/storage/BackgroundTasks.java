package dev.gregor.broker.storage;

import java.io.File;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store's one small pool: flushes after a roll, deletions, and the passes of retention and checkpoints by their intervals. */
final class BackgroundTasks {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTasks.class);
    private static final int THREADS = 2;
    private static final long STOP_TIMEOUT_SECONDS = 30;
    /** {@code producer.id.expiration.check.interval.ms} */
    private static final long PRODUCER_CHECK_MS = TimeUnit.MINUTES.toMillis(10);

    private final LogStore store;
    private final LogStoreSettings settings;
    private final ScheduledThreadPoolExecutor pool;

    BackgroundTasks(LogStore store, LogStoreSettings settings) {
        this.store = store;
        this.settings = settings;
        this.pool = new ScheduledThreadPoolExecutor(THREADS, task -> {
            var thread = new Thread(task, "log-background");
            thread.setDaemon(true);
            return thread;
        });
        pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        pool.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        pool.setRejectedExecutionHandler((task, executor) -> {
            // The store is being closed, which flushes everything; files to delete are found at the next start.
        });
    }

    ScheduledExecutorService pool() {
        return pool;
    }

    void start() {
        every(settings.retentionCheckIntervalMs(), settings.initialTaskDelayMs(), store::deleteOldSegments);
        every(settings.recoveryPointIntervalMs(), settings.initialTaskDelayMs(), store::checkpointRecoveryPoints);
        every(settings.logStartOffsetIntervalMs(), settings.initialTaskDelayMs(), store::checkpointLogStartOffsets);
        every(settings.highWatermarkIntervalMs(), settings.highWatermarkIntervalMs(), store::checkpointHighWatermarks);
        every(settings.flushSchedulerIntervalMs(), settings.initialTaskDelayMs(), store::flushOldWrites);
        every(PRODUCER_CHECK_MS, PRODUCER_CHECK_MS, store::expireProducers);
    }

    private void every(long intervalMs, long initialDelayMs, Runnable task) {
        if (intervalMs <= 0 || intervalMs > TimeUnit.DAYS.toMillis(365)) {
            return;
        }
        pool.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        LOG.error("A background task of the log failed; it will run again", e);
                    }
                },
                initialDelayMs,
                intervalMs,
                TimeUnit.MILLISECONDS);
    }

    /** Deletes a folder and what is in it after a while. */
    void deleteLater(File folder, long delayMs) {
        try {
            pool.schedule(() -> deleteAll(folder), delayMs, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.info("{} is deleted at the next start", folder);
        }
    }

    private static void deleteAll(File folder) {
        var files = folder.listFiles();
        if (files != null) {
            for (var file : files) {
                if (!file.delete()) {
                    LOG.warn("Cannot delete {}", file);
                }
            }
        }
        if (!folder.delete() && folder.exists()) {
            LOG.warn("Cannot delete {}; it is tried again at the next start", folder);
        }
    }

    void stop() {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Background tasks of the log did not end within {} s", STOP_TIMEOUT_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
