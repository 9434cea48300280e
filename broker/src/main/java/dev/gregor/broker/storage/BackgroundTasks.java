package dev.gregor.broker.storage;

import java.io.File;
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

    private final LogUpkeep upkeep;
    private final LogStoreSettings settings;
    private final ScheduledThreadPoolExecutor pool;

    BackgroundTasks(LogUpkeep upkeep, LogStoreSettings settings) {
        this.upkeep = upkeep;
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

    /** Runs something soon. */
    void run(Runnable task) {
        pool.execute(guarded(task));
    }

    /** Runs something after a while. */
    void after(long delayMs, Runnable task) {
        var unused = pool.schedule(guarded(task), delayMs, TimeUnit.MILLISECONDS);
    }

    void start() {
        every(settings.retentionCheckIntervalMs(), settings.initialTaskDelayMs(), upkeep::deleteOldSegments);
        every(settings.recoveryPointIntervalMs(), settings.initialTaskDelayMs(), upkeep::checkpointRecoveryPoints);
        every(settings.logStartOffsetIntervalMs(), settings.initialTaskDelayMs(), upkeep::checkpointLogStartOffsets);
        every(settings.highWatermarkIntervalMs(), settings.highWatermarkIntervalMs(), upkeep::checkpointHighWatermarks);
        every(settings.flushSchedulerIntervalMs(), settings.initialTaskDelayMs(), upkeep::flushOldWrites);
        every(PRODUCER_CHECK_MS, PRODUCER_CHECK_MS, upkeep::expireProducers);
    }

    private void every(long intervalMs, long initialDelayMs, Runnable task) {
        if (intervalMs <= 0 || intervalMs > TimeUnit.DAYS.toMillis(365)) {
            return;
        }
        var unused = pool.scheduleWithFixedDelay(guarded(task), initialDelayMs, intervalMs, TimeUnit.MILLISECONDS);
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("A background task of the log failed", e);
            }
        };
    }

    /** Deletes a folder and what is in it after a while. */
    void deleteLater(File folder, long delayMs) {
        after(delayMs, () -> deleteAll(folder));
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
