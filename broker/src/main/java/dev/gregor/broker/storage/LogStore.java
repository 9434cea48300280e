package dev.gregor.broker.storage;

import java.io.Closeable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/**
 * All logs of this broker, over its {@code log.dirs}: loads and recovers them at start, creates and deletes them, runs
 * retention, writes the checkpoints.
 */
public interface LogStore extends Closeable {
    /** @return the logs found in the log directories or created since, by no particular order */
    Collection<PartitionLog> logs();

    Optional<PartitionLog> log(TopicPartition partition);

    /**
     * The log of a partition, created if it is not there: in the directory with the fewest logs, as Kafka does it. A log of
     * the same name with another topic id is a stray of a deleted topic and is set aside first.
     */
    PartitionLog open(TopicIdPartition id, LogSettings settings);

    /** Renames the log's folder to {@code -delete} now and deletes it after {@code file.delete.delay.ms}. */
    CompletionStage<Void> delete(TopicPartition partition);

    List<LogDirectoryState> directories();

    /**
     * The directory a log lies in.
     *
     * @throws java.util.NoSuchElementException if there is no such log
     */
    LogDirectoryState directoryOf(TopicPartition partition);

    /** High watermarks as checkpointed, by partition; a log without one starts at its log start offset. */
    long checkpointedHighWatermark(TopicPartition partition);

    /** Where high watermarks are read from when they are checkpointed. */
    void highWatermarks(HighWatermarkSource source);

    /** Flushes everything, writes checkpoints and {@code .kafka_cleanshutdown}. */
    @Override
    void close();

    /** Gives the high watermark of a partition at the moment it is asked. */
    @FunctionalInterface
    interface HighWatermarkSource {
        long highWatermark(PartitionLog log);
    }

    /**
     * One of {@code log.dirs}.
     *
     * @param id {@code directory.id} of its {@code meta.properties} (KIP-858)
     * @param online false after an I/O error; its logs answer KAFKA_STORAGE_ERROR until a restart
     */
    record LogDirectoryState(java.nio.file.Path path, Uuid id, boolean online) {}
}
