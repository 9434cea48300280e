package dev.gregor.broker.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.KafkaStorageException;
import org.jspecify.annotations.Nullable;

/**
 * The log of one replica. Appends may come from any thread and never block; reads take no lock; truncation and deletion are
 * asked for by the thread that changes the replica's role and wait for their turn, so no event loop should call them.
 *
 * <p>Methods that change files throw {@link KafkaStorageException} if the log's directory is offline or fails.
 */
public final class PartitionLog {
    private static final int READ_ATTEMPTS = 5;

    private final TurnQueue turns = new TurnQueue();
    private final LogDirectory directory;
    private final LogFiles files;
    private final LogWriter writer;
    private final LogReader reader;
    private final Clock clock;
    private final ThreadLocal<HeaderScan> scans;
    /** Who has the turn. Compared with the reading thread only, which sees its own writes: so it need not be volatile. */
    private @Nullable Thread holder;

    private volatile TopicIdPartition id;
    private volatile LogSettings settings;

    PartitionLog(
            TopicIdPartition id,
            LogSettings settings,
            LogDirectory directory,
            LogFiles files,
            DiskAccess disk,
            Clock clock,
            ThreadLocal<HeaderScan> scans) {
        this.id = id;
        this.settings = settings;
        this.directory = directory;
        this.files = files;
        this.clock = clock;
        this.scans = scans;
        this.writer =
                new LogWriter(files, directory, disk, clock, id.topicPartition().toString());
        this.reader = new LogReader(scans);
    }

    /** @return topic id and partition; the id is zero if the log's folder names none, as those of old brokers do */
    public TopicIdPartition id() {
        return id;
    }

    public LogSettings settings() {
        return settings;
    }

    /** Takes effect at the next append, roll or retention pass. */
    public void reconfigure(LogSettings newSettings) {
        settings = newSettings;
    }

    public long logStartOffset() {
        return files.logStartOffset();
    }

    /** @return the offset that the next record gets */
    public long logEndOffset() {
        return files.view().endOffset();
    }

    /**
     * The offset of the first record of the oldest open transaction, or {@link #logEndOffset()} if none is open. The first call
     * may wait for a small file to be read.
     */
    public long firstUnstableOffset() {
        long offset = files.firstUnstableOffset();
        if (offset < 0) {
            exclusively("cannot read producers of", () -> {
                files.learnFirstUnstableOffset();
                return files;
            });
            offset = files.firstUnstableOffset();
        }
        return offset;
    }

    /** @return bytes of all segments' {@code .log} files */
    public long sizeBytes() {
        return files.view().sizeBytes();
    }

    // ---- appending

    /**
     * Queues batches; the caller writes them, and all that others queue meanwhile, if it finds the log free. With {@code
     * flush.messages=1} the completion runs after an fsync that several appends may share.
     */
    public void append(LogAppend append) {
        if (turns.offer(append)) {
            if (!writesOnDirectoryThread() || !drainOnDirectoryThread()) {
                drain();
            }
        }
    }

    private boolean drainOnDirectoryThread() {
        try {
            directory.writer().execute(this::drain);
            return true;
        } catch (RejectedExecutionException closed) {
            // The store is closed, and all that is left to do is to refuse.
            return false;
        }
    }

    private boolean writesOnDirectoryThread() {
        return directory.isSlow() || settings.flushMessages() != Long.MAX_VALUE;
    }

    /** Does all that waits. The caller has the turn, and has it no more afterwards. */
    private void drain() {
        boolean slowAtFirst = writesOnDirectoryThread();
        while (true) {
            holder = null;
            var work = turns.take();
            if (work == null) {
                return;
            }
            holder = Thread.currentThread();
            if (!writeAll(work)) {
                return;
            }
            if (!slowAtFirst && writesOnDirectoryThread()) {
                holder = null;
                if (drainOnDirectoryThread()) {
                    return;
                }
            }
        }
    }

    /** @return false if the turn was handed to another thread */
    private boolean writeAll(TurnQueue.@Nullable Work first) {
        var work = first;
        while (work != null) {
            work = writer.write(work, settings);
            if (work instanceof ExclusiveTurn exclusive) {
                if (!exclusive.isMine()) {
                    holder = null;
                    exclusive.grant();
                    return false;
                }
                work = exclusive.next;
            }
        }
        return true;
    }

    @FunctionalInterface
    interface ExclusiveTask<T> {
        T run() throws IOException;
    }

    /** Runs something while nobody else changes the log; waits for that. Completions of appends may call it as well. */
    <T> T exclusively(String failure, ExclusiveTask<T> task) {
        if (holder == Thread.currentThread()) {
            return run(failure, task);
        }
        var turn = new ExclusiveTurn();
        var rest = turns.offer(turn) ? ownTurn(turn) : turn.await();
        holder = Thread.currentThread();
        try {
            return run(failure, task);
        } finally {
            if (writeAll(rest)) {
                drain();
            }
        }
    }

    private <T> T run(String failure, ExclusiveTask<T> task) {
        try {
            return task.run();
        } catch (IOException e) {
            if (!files.isClosed()) {
                directory.fail(failure + " " + files.folder(), e);
            }
            throw new KafkaStorageException(failure + " " + files.folder() + ": " + e.getMessage(), e);
        }
    }

    /** What was offered to an idle queue is the oldest work in it. */
    private TurnQueue.@Nullable Work ownTurn(ExclusiveTurn turn) {
        turns.take();
        return turn.next;
    }

    /** @return false once the log's directory has failed */
    public boolean isOnline() {
        return directory.isOnline();
    }

    /** Whether this log is one of a log directory's, as {@link LogStore#directories} names it. */
    public boolean liesIn(Path logDirectory) {
        return directory.dir().toPath().equals(logDirectory);
    }

    private void checkOnline() {
        if (!directory.isOnline()) {
            throw new KafkaStorageException(
                    "The log directory " + directory.dir() + " of partition " + id.topicPartition() + " is offline");
        }
    }

    // ---- reading

    /**
     * Finds batches from an offset on.
     *
     * @param maxBytes the most bytes wanted
     * @param atLeastOneBatch whether a first batch beyond {@code maxBytes} is given all the same (KIP-74)
     * @param endOffset exclusive: high watermark, last stable offset or log end offset
     * @throws KafkaStorageException if the files cannot be read
     */
    public LogRead read(long fetchOffset, int maxBytes, boolean atLeastOneBatch, long endOffset) {
        return untilFound(
                view -> reader.read(view, files.logStartOffset(), fetchOffset, maxBytes, atLeastOneBatch, endOffset));
    }

    /** @return the first record whose timestamp is at least {@code timestampMs}, below {@code endOffset} */
    public Optional<TimestampAndOffset> offsetForTimestamp(long timestampMs, long endOffset) {
        return untilFound(view -> reader.findByTime(view, files.logStartOffset(), timestampMs, endOffset));
    }

    /** @return the record with the largest timestamp below {@code endOffset} (KIP-734) */
    public Optional<TimestampAndOffset> maxTimestamp(long endOffset) {
        return untilFound(view -> reader.findMaxTimestamp(view, files.logStartOffset(), endOffset));
    }

    @FunctionalInterface
    private interface Lookup<T> {
        T in(LogView view) throws IOException;
    }

    private <T> T untilFound(Lookup<T> lookup) {
        try {
            for (int attempt = 0; attempt < READ_ATTEMPTS; attempt++) {
                try {
                    return lookup.in(files.view());
                } catch (LogReader.SegmentGoneException e) {
                    // The next view does without that segment.
                }
            }
        } catch (IOException e) {
            if (!files.isClosed()) {
                directory.fail("cannot read " + files.folder(), e);
            }
            throw new KafkaStorageException("Cannot read " + files.folder() + ": " + e.getMessage(), e);
        }
        throw new KafkaStorageException("Log " + files.folder() + " is closed");
    }

    // ---- epochs

    /** @return the epoch of the newest batch, if there is one */
    public OptionalInt latestEpoch() {
        return files.epochs().latest();
    }

    /** @return the epoch that wrote the record at an offset */
    public OptionalInt epochForOffset(long offset) {
        return files.epochs().epochFor(offset);
    }

    /** @return the largest epoch not above the one asked for, and where it ends (KIP-101, KIP-320) */
    public EpochEndOffset endOffsetForEpoch(int leaderEpoch) {
        return files.epochs().endOffsetFor(leaderEpoch, logEndOffset());
    }

    /** Notes that {@code leaderEpoch} starts at the log end offset: called when this replica becomes leader. */
    public void startEpoch(int leaderEpoch) {
        checkOnline();
        exclusively("cannot write the epochs of", () -> {
            files.epochs().assign(leaderEpoch, files.endOffset());
            return leaderEpoch;
        });
    }

    // ---- truncating and deleting

    /** Cuts the log back so that it ends at {@code offset}, on a follower that differs from its leader. */
    public void truncateTo(long offset) {
        checkOnline();
        exclusively("cannot truncate", () -> {
            files.truncateTo(offset, settings, scans.get());
            return offset;
        });
    }

    /** Drops everything and starts again at {@code offset}. */
    public void truncateFullyAndStartAt(long offset) {
        checkOnline();
        exclusively("cannot truncate", () -> {
            files.startAt(offset, settings);
            return offset;
        });
    }

    /** Moves the log start offset forward (KIP-107); what lies before it may be deleted. Never moves it back. */
    public void advanceLogStartOffset(long offset) {
        checkOnline();
        exclusively("cannot move the start of", () -> files.advanceLogStartOffset(offset));
    }

    /** Deletes what retention no longer keeps, below the high watermark. */
    void deleteOld(long highWatermark) {
        exclusively("cannot delete old segments of", () -> {
            if (files.isClosed()) {
                return 0;
            }
            int count =
                    Retention.deletable(files.view(), files.logStartOffset(), settings, highWatermark, clock.millis());
            if (count > 0) {
                files.deleteOldest(count, settings);
            }
            return count;
        });
    }

    void expireProducers() {
        exclusively("cannot expire producers of", () -> {
            files.producers().expire();
            return files;
        });
    }

    void assignTopicId(Uuid topicId) {
        exclusively("cannot write the topic id of", () -> {
            files.writeMetadata(topicId);
            id = new TopicIdPartition(topicId, id.topicPartition());
            return topicId;
        });
    }

    LogFiles files() {
        return files;
    }

    LogDirectory directory() {
        return directory;
    }

    TopicPartition topicPartition() {
        return id.topicPartition();
    }

    /** Flushes and closes; appends are refused from then on. */
    void close() {
        exclusively("cannot close", () -> {
            if (directory.isOnline()) {
                files.close();
            } else {
                files.abandon();
            }
            return files;
        });
    }

    /** Takes the folder away under another name; its files stay open until the last reader has gone. */
    void setAside(Function<TopicPartition, String> name) {
        exclusively("cannot rename", () -> {
            files.abandon();
            var folder = files.folder();
            var target = new java.io.File(folder.getParentFile(), name.apply(topicPartition()));
            if (!directory.attempt("cannot rename " + folder, () -> files.renameFolder(target))) {
                throw new KafkaStorageException("cannot rename " + folder + " to " + target.getName());
            }
            return files;
        });
    }

    @Override
    public String toString() {
        return "PartitionLog(" + files.folder() + ")";
    }

    /**
     * A record's place by time.
     *
     * @param leaderEpoch epoch of its batch, or -1
     */
    public record TimestampAndOffset(long timestampMs, long offset, int leaderEpoch) {}

    /**
     * Where an epoch ends.
     *
     * @param leaderEpoch -1 if none is known
     * @param endOffset exclusive; -1 if none is known
     */
    public record EpochEndOffset(int leaderEpoch, long endOffset) {}
}
