package dev.gregor.broker.storage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the broker's configuration says of its log directories; names and meanings are those of {@code server.properties}.
 *
 * @param logDirs {@code log.dirs}, at least one
 * @param recoveryThreadsPerDataDir {@code num.recovery.threads.per.data.dir}
 * @param initialTaskDelayMs {@code log.initial.task.delay.ms}: when the first pass of the tasks below is due
 * @param retentionCheckIntervalMs {@code log.retention.check.interval.ms}
 * @param flushSchedulerIntervalMs {@code log.flush.scheduler.interval.ms}: how often {@code flush.ms} is looked at
 * @param recoveryPointIntervalMs {@code log.flush.offset.checkpoint.interval.ms}
 * @param logStartOffsetIntervalMs {@code log.flush.start.offset.checkpoint.interval.ms}
 * @param highWatermarkIntervalMs {@code replica.high.watermark.checkpoint.interval.ms}
 * @param producerIdExpirationMs {@code producer.id.expiration.ms}
 */
public record LogStoreSettings(
        List<Path> logDirs,
        int recoveryThreadsPerDataDir,
        long initialTaskDelayMs,
        long retentionCheckIntervalMs,
        long flushSchedulerIntervalMs,
        long recoveryPointIntervalMs,
        long logStartOffsetIntervalMs,
        long highWatermarkIntervalMs,
        long producerIdExpirationMs) {

    public LogStoreSettings {
        logDirs = List.copyOf(logDirs);
        if (logDirs.isEmpty() || recoveryThreadsPerDataDir < 1) {
            throw new IllegalArgumentException("at least one log directory and one recovery thread are needed");
        }
    }

    /** Kafka's defaults. */
    public static LogStoreSettings defaults(List<Path> logDirs) {
        return new LogStoreSettings(
                logDirs,
                2,
                Duration.ofSeconds(30).toMillis(),
                Duration.ofMinutes(5).toMillis(),
                Long.MAX_VALUE,
                Duration.ofMinutes(1).toMillis(),
                Duration.ofMinutes(1).toMillis(),
                Duration.ofSeconds(5).toMillis(),
                Duration.ofDays(1).toMillis());
    }
}
