package dev.gregor.broker.storage;

import dev.gregor.broker.storage.LogStore.HighWatermarkSource;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.KafkaStorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done for all logs from time to time: retention, flushes, expiry of producers, checkpoints. A background thread's. */
final class LogUpkeep {
    private static final Logger LOG = LoggerFactory.getLogger(LogUpkeep.class);
    private static final long NOT_KEPT = -1L;

    private final Collection<PartitionLog> logs;
    private final List<OpenDirectory> directories;
    private final Clock clock;
    private volatile HighWatermarkSource highWatermarks = PartitionLog::logEndOffset;

    /**
     * @param logs a live view of the store's logs
     * @param directories complete before the first pass
     */
    LogUpkeep(Collection<PartitionLog> logs, List<OpenDirectory> directories, Clock clock) {
        this.logs = logs;
        this.directories = directories;
        this.clock = clock;
    }

    void highWatermarks(HighWatermarkSource source) {
        highWatermarks = source;
    }

    void deleteOldSegments() {
        for (var log : logs) {
            if (log.directory().isOnline()) {
                try {
                    log.deleteOld(highWatermarks.highWatermark(log));
                } catch (KafkaStorageException e) {
                    LOG.error("Retention of {} failed: {}", log, e.getMessage());
                }
            }
        }
    }

    /** Flushes logs of topics with {@code flush.ms} when that time is over. */
    void flushOldWrites() {
        for (var log : logs) {
            long flushMs = log.settings().flushMs();
            if (flushMs != Long.MAX_VALUE && log.directory().isOnline()) {
                log.files().attempt("cannot flush", () -> log.files().flushActiveSegments(clock.millis(), flushMs));
            }
        }
    }

    void expireProducers() {
        for (var log : logs) {
            log.expireProducers();
        }
    }

    void checkpointRecoveryPoints() {
        for (var log : logs) {
            if (log.directory().isOnline() && !log.files().isClosed()) {
                log.files()
                        .attempt(
                                "cannot write epochs of",
                                () -> log.files().epochs().writeIfWorth(log.logEndOffset()));
            }
        }
        checkpoint(LogDirectoryFiles::recoveryPoints, log -> log.files().recoveryPoint());
    }

    void checkpointLogStartOffsets() {
        // As Kafka: only offsets that the first segment's name does not tell.
        checkpoint(LogDirectoryFiles::logStartOffsets, log -> {
            long firstBase = log.files().view().segment(0).baseOffset();
            return log.logStartOffset() > firstBase ? log.logStartOffset() : NOT_KEPT;
        });
    }

    void checkpointHighWatermarks() {
        checkpoint(LogDirectoryFiles::highWatermarks, log -> highWatermarks.highWatermark(log));
    }

    /**
     * Takes what the checkpoints still say of a deleted log out of them, before another one of its name begins: its offsets would
     * be taken for the new one's after a crash, and a start beyond the end costs a log all it has.
     */
    void forget(TopicPartition partition) {
        for (var open : directories) {
            var files = open.files();
            if (files.recoveryPoints().names(partition)) {
                checkpointRecoveryPoints();
            }
            if (files.logStartOffsets().names(partition)) {
                checkpointLogStartOffsets();
            }
            if (files.highWatermarks().names(partition)) {
                checkpointHighWatermarks();
            }
        }
    }

    private void checkpoint(
            Function<LogDirectoryFiles, OffsetCheckpoint> checkpoint, ToLongFunction<PartitionLog> offset) {
        for (var open : directories) {
            var file = checkpoint.apply(open.files());
            if (!open.directory().isOnline()) {
                continue;
            }
            synchronized (file) {
                var offsets = new HashMap<TopicPartition, Long>();
                for (var log : logs) {
                    long value = log.directory() == open.directory() ? offset.applyAsLong(log) : NOT_KEPT;
                    if (value != NOT_KEPT) {
                        offsets.put(log.topicPartition(), value);
                    }
                }
                open.directory().attempt("cannot write " + file.file(), () -> file.write(offsets));
            }
        }
    }
}
