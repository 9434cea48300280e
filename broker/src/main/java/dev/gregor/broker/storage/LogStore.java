package dev.gregor.broker.storage;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.KafkaStorageException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All logs of this broker, over its {@code log.dirs}: loads and recovers them at start, creates and deletes them, runs
 * retention, writes the checkpoints. Methods may be called by any thread that may wait for files.
 */
public final class LogStore implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(LogStore.class);

    private final LogStoreSettings settings;
    private final Clock clock;
    private final DiskAccess disk;
    private final ProducerExpiry producerExpiry;
    private final ThreadLocal<HeaderScan> scans = ThreadLocal.withInitial(HeaderScan::new);
    private final Map<TopicPartition, PartitionLog> logs = new ConcurrentHashMap<>();
    private final List<OpenDirectory> directories = new ArrayList<>();
    private final List<LogDirectoryState> unusable = new ArrayList<>();
    private final Object changes = new Object();
    private final LogUpkeep upkeep;
    private final BackgroundTasks background;
    private volatile Consumer<LogDirectoryState> directoryFailures = failed -> {};
    private volatile long brokerEpoch = LogDirectoryFiles.NO_BROKER_EPOCH;
    private @Nullable IOException lastFailure;
    private boolean closed;

    private LogStore(LogStoreSettings settings, Clock clock, DiskAccess disk) {
        this.settings = settings;
        this.clock = clock;
        this.disk = disk;
        this.producerExpiry = new ProducerExpiry(clock, settings.producerIdExpirationMs());
        this.upkeep = new LogUpkeep(logs.values(), directories, clock);
        this.background = new BackgroundTasks(upkeep, settings);
    }

    /**
     * Locks the log directories, loads all logs and recovers those that were not closed well.
     *
     * <p>A directory that cannot be read is offline from the start, as long as another one can.
     *
     * @param topicSettings gives the settings of a topic, by name
     * @throws KafkaException if a directory is used by another broker, or none can be read; nothing stays open then
     */
    public static LogStore start(LogStoreSettings settings, Clock clock, Function<String, LogSettings> topicSettings) {
        return start(settings, clock, topicSettings, new DiskAccess());
    }

    static LogStore start(
            LogStoreSettings settings, Clock clock, Function<String, LogSettings> topicSettings, DiskAccess disk) {
        var store = new LogStore(settings, clock, disk);
        try {
            store.load(topicSettings);
        } catch (RuntimeException e) {
            store.abandon();
            throw e;
        }
        store.background.start();
        return store;
    }

    // ---- loading

    private void load(Function<String, LogSettings> topicSettings) {
        long startNanos = System.nanoTime();
        var loads = new ArrayList<DirectoryLoad>();
        // All are locked before anything in one of them is touched: the marks of a clean stop are not ours to take
        // otherwise.
        for (var files : lockAll()) {
            try {
                loads.add(openDirectory(files, topicSettings));
            } catch (IOException e) {
                files.unlock();
                onUnusable(files.dir(), e);
            }
        }
        if (loads.isEmpty()) {
            throw new KafkaException(
                    "None of the log directories " + settings.logDirs() + " can be used: " + lastFailure);
        }
        for (var load : loads) {
            load.begin(settings.recoveryThreadsPerDataDir());
        }
        loads.forEach(DirectoryLoad::await);
        LOG.info("Loaded {} logs in {} ms", logs.size(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos));
    }

    private List<LogDirectoryFiles> lockAll() {
        var locked = new ArrayList<LogDirectoryFiles>();
        for (var path : settings.logDirs()) {
            var dir = path.toAbsolutePath().normalize().toFile();
            try {
                locked.add(LogDirectoryFiles.open(dir));
            } catch (IOException e) {
                onUnusable(dir, e);
            } catch (KafkaException inUse) {
                locked.forEach(LogDirectoryFiles::unlock);
                throw inUse;
            }
        }
        return locked;
    }

    private void onUnusable(File dir, IOException e) {
        lastFailure = e;
        unusable.add(new LogDirectoryState(dir.toPath(), Uuid.ZERO_UUID, false));
        LOG.error("Log directory {} cannot be used: {}", dir, e.toString());
    }

    private DirectoryLoad openDirectory(LogDirectoryFiles files, Function<String, LogSettings> topicSettings)
            throws IOException {
        var directory = new LogDirectory(files.dir(), files.directoryId(), this::onDirectoryFailure);
        var epoch = files.takeCleanShutdown();
        var open = new OpenDirectory(
                directory,
                files,
                epoch,
                readOrNone(files.recoveryPoints(), "all segments are recovered"),
                readOrNone(files.logStartOffsets(), "logs start at their first segment"),
                readOrNone(files.highWatermarks(), "high watermarks start at the log start"));
        directories.add(open);
        return new DirectoryLoad(open, topicSettings, disk, clock, producerExpiry, new Found());
    }

    private static Map<TopicPartition, Long> readOrNone(OffsetCheckpoint checkpoint, String consequence) {
        try {
            return checkpoint.read();
        } catch (IOException e) {
            LOG.warn("{}: {}", e.getMessage(), consequence);
            return new HashMap<>();
        }
    }

    /** Takes in what the loading threads find. */
    private final class Found implements DirectoryLoad.Target {
        @Override
        public void onLog(TopicIdPartition id, LogSettings logSettings, LogDirectory directory, LogFiles.Start start) {
            var log = newLog(id, logSettings, directory, start);
            var other = logs.putIfAbsent(id.topicPartition(), log);
            if (other != null) {
                throw new KafkaException("Duplicate log directories for " + id.topicPartition() + " are found in both "
                        + start.folder() + " and " + other.files().folder()
                        + ". Delete one of the two and start again.");
            }
        }

        @Override
        public void onDeleted(File folder) {
            background.deleteLater(folder, 0);
        }
    }

    private PartitionLog newLog(
            TopicIdPartition id, LogSettings logSettings, LogDirectory directory, LogFiles.Start start) {
        var files = new LogFiles(start, directory, disk, clock, background);
        return new PartitionLog(id, logSettings, directory, files, disk, clock, scans);
    }

    // ---- logs

    /** @return the logs found in the log directories or created since, by no particular order */
    public Collection<PartitionLog> logs() {
        return List.copyOf(logs.values());
    }

    public Optional<PartitionLog> log(TopicPartition partition) {
        return Optional.ofNullable(logs.get(partition));
    }

    /**
     * The log of a partition, created if it is not there: in the directory with the fewest logs, as Kafka does it. A log of
     * the same name with another topic id is a stray of a deleted topic and is set aside first.
     *
     * @throws KafkaStorageException if no directory is online, or the log cannot be created
     */
    public PartitionLog open(TopicIdPartition id, LogSettings logSettings) {
        var found = logs.get(id.topicPartition());
        if (found != null && found.id().topicId().equals(id.topicId())) {
            found.reconfigure(logSettings);
            return found;
        }
        synchronized (changes) {
            var log = logs.get(id.topicPartition());
            if (log != null && !isStray(log, id.topicId())) {
                if (log.id().topicId().equals(Uuid.ZERO_UUID) && !id.topicId().equals(Uuid.ZERO_UUID)) {
                    log.assignTopicId(id.topicId());
                }
                log.reconfigure(logSettings);
                return log;
            }
            if (log != null) {
                LOG.warn(
                        "Log {} belongs to topic id {}, not {}: it is set aside as a stray",
                        log,
                        log.id().topicId(),
                        id.topicId());
                setAside(id.topicPartition());
            }
            return create(id, logSettings);
        }
    }

    private static boolean isStray(PartitionLog log, Uuid topicId) {
        var ours = log.id().topicId();
        return !ours.equals(Uuid.ZERO_UUID) && !topicId.equals(Uuid.ZERO_UUID) && !ours.equals(topicId);
    }

    private PartitionLog create(TopicIdPartition id, LogSettings logSettings) {
        var directory = emptiest();
        refuseIfElsewhere(id.topicPartition());
        upkeep.forget(id.topicPartition());
        if (!directory.isOnline()) {
            throw new KafkaStorageException("Cannot create the log of " + id.topicPartition() + ": log directory "
                    + directory.dir() + " is offline");
        }
        var folder = new File(directory.dir(), LogFileNames.partitionDir(id.topicPartition()));
        try {
            if (!folder.mkdir() && !folder.isDirectory()) {
                throw new IOException("cannot make " + folder);
            }
            var segment = LogSegment.create(folder, 0L, logSettings, clock.millis());
            var start = new LogFiles.Start(
                    folder,
                    List.of(segment),
                    0L,
                    0L,
                    0L,
                    new LeaderEpochs(folder),
                    new ProducerStates(folder, producerExpiry),
                    true);
            var log = newLog(id, logSettings, directory, start);
            if (!id.topicId().equals(Uuid.ZERO_UUID)) {
                log.files().writeMetadata(id.topicId());
            }
            logs.put(id.topicPartition(), log);
            return log;
        } catch (IOException e) {
            directory.fail("cannot create the log of " + id.topicPartition(), e);
            throw new KafkaStorageException("Cannot create the log of " + id.topicPartition() + " in " + folder, e);
        }
    }

    /** A log that lies in a directory that failed, also while it was loaded, is not there; but an empty one must not take its place. */
    private void refuseIfElsewhere(TopicPartition partition) {
        for (var state : directories()) {
            var folder = state.path().resolve(LogFileNames.partitionDir(partition));
            if (!state.online() && Files.exists(folder)) {
                throw new KafkaStorageException("The log of " + partition + " lies in " + state.path()
                        + ", which is offline. Repair that directory and restart.");
            }
        }
    }

    private LogDirectory emptiest() {
        LogDirectory best = null;
        long fewest = Long.MAX_VALUE;
        for (var open : directories) {
            if (open.directory().isOnline()) {
                long count = directories.size() == 1
                        ? 0
                        : logs.values().stream()
                                .filter(log -> log.directory() == open.directory())
                                .count();
                if (count < fewest) {
                    fewest = count;
                    best = open.directory();
                }
            }
        }
        if (best == null) {
            throw new KafkaStorageException("All log directories are offline: " + settings.logDirs());
        }
        return best;
    }

    /** Renames the log's folder to {@code -delete} now and deletes it after {@code file.delete.delay.ms}. */
    public CompletionStage<Void> delete(TopicPartition partition) {
        synchronized (changes) {
            var log = logs.remove(partition);
            if (log != null) {
                log.setAside(name -> LogFileNames.marked(name, LogFileNames.DELETE_DIR));
                background.deleteLater(log.files().folder(), log.settings().fileDeleteDelayMs());
            }
        }
        return CompletableFuture.completedStage(null);
    }

    /** Renames the log's folder to {@code -stray} and keeps it: nothing reads it again, but its records are not lost. */
    public void setAside(TopicPartition partition) {
        synchronized (changes) {
            var log = logs.remove(partition);
            if (log != null) {
                log.setAside(name -> LogFileNames.marked(name, LogFileNames.STRAY_DIR));
            }
        }
    }

    // ---- directories

    public List<LogDirectoryState> directories() {
        var states = new ArrayList<>(unusable);
        for (var open : directories) {
            states.add(state(open.directory()));
        }
        return List.copyOf(states);
    }

    private static LogDirectoryState state(LogDirectory directory) {
        return new LogDirectoryState(directory.dir().toPath(), directory.id(), directory.isOnline());
    }

    /**
     * The directory a log lies in.
     *
     * @throws NoSuchElementException if there is no such log
     */
    public LogDirectoryState directoryOf(TopicPartition partition) {
        var log = logs.get(partition);
        if (log == null) {
            throw new NoSuchElementException("no log of " + partition);
        }
        return state(log.directory());
    }

    /** Who is told, once and by any thread, of a directory that goes offline. */
    public void onDirectoryFailure(Consumer<LogDirectoryState> listener) {
        directoryFailures = listener;
    }

    private void onDirectoryFailure(LogDirectory directory) {
        directoryFailures.accept(state(directory));
    }

    // ---- offsets by checkpoint

    /** High watermarks as checkpointed, by partition; a log without one starts at its log start offset. */
    public long checkpointedHighWatermark(TopicPartition partition) {
        var log = logs.get(partition);
        long logStartOffset = log == null ? 0L : log.logStartOffset();
        for (var open : directories) {
            var found = open.highWatermarks().get(partition);
            if (found != null && (log == null || log.directory() == open.directory())) {
                return log == null ? found : Math.max(logStartOffset, Math.min(found, log.logEndOffset()));
            }
        }
        return logStartOffset;
    }

    /** Where high watermarks are read from when they are checkpointed. */
    public void highWatermarks(HighWatermarkSource source) {
        upkeep.highWatermarks(source);
    }

    /**
     * The broker epoch that all directories' clean shutdown files agree on (KIP-966), or -1 if a directory was not closed well.
     */
    public long previousBrokerEpoch() {
        long agreed = LogDirectoryFiles.NO_BROKER_EPOCH;
        for (var open : directories) {
            long epoch = open.brokerEpoch();
            if (epoch < 0 || (agreed >= 0 && agreed != epoch)) {
                return LogDirectoryFiles.NO_BROKER_EPOCH;
            }
            agreed = epoch;
        }
        return agreed;
    }

    /** The epoch of this broker's registration, to be left in the clean shutdown files. */
    public void brokerEpoch(long epoch) {
        brokerEpoch = epoch;
    }

    // ---- the end

    /** Flushes everything, writes checkpoints and {@code .kafka_cleanshutdown}. */
    @Override
    public void close() {
        synchronized (changes) {
            if (closed) {
                return;
            }
            closed = true;
        }
        // An interrupt would close the files under our hands.
        boolean interrupted = Thread.interrupted();
        background.stop();
        interrupted |= Thread.interrupted();
        upkeep.checkpointHighWatermarks();
        boolean allClosed = closeLogs();
        interrupted |= Thread.interrupted();
        upkeep.checkpointRecoveryPoints();
        upkeep.checkpointLogStartOffsets();
        for (var open : directories) {
            if (allClosed && open.directory().isOnline()) {
                open.directory()
                        .attempt(
                                "cannot mark the clean stop", () -> open.files().writeCleanShutdown(brokerEpoch));
            }
            open.directory().close();
            open.files().unlock();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether all of them are closed well: otherwise this is no clean stop */
    private boolean closeLogs() {
        var all = List.copyOf(logs.values());
        int threads = Math.min(settings.recoveryThreadsPerDataDir() * directories.size(), all.size());
        if (threads == 0) {
            return true;
        }
        var pool = Executors.newFixedThreadPool(threads, task -> new Thread(task, "log-closing"));
        var running = new ArrayList<Future<?>>();
        for (var log : all) {
            running.add(pool.submit(log::close));
        }
        pool.shutdown();
        boolean allClosed = true;
        for (var future : running) {
            try {
                future.get();
            } catch (ExecutionException e) {
                LOG.error("Closing a log failed: {}", String.valueOf(e.getCause()));
                // A directory that failed gets no mark anyway; the others may.
                allClosed &= e.getCause() instanceof KafkaStorageException;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return allClosed;
    }

    /** Lets go of everything without writing: after a start that failed. */
    private void abandon() {
        background.stop();
        for (var log : logs.values()) {
            log.files().abandon();
        }
        for (var open : directories) {
            open.directory().close();
            open.files().unlock();
        }
    }

    LogUpkeep upkeep() {
        return upkeep;
    }

    /** Ends as a killed process would: nothing is flushed, no checkpoint and no clean mark is written. For tests. */
    void crash() {
        synchronized (changes) {
            closed = true;
        }
        abandon();
    }

    /** Gives the high watermark of a partition at the moment it is asked. */
    @FunctionalInterface
    public interface HighWatermarkSource {
        long highWatermark(PartitionLog log);
    }

    /**
     * One of {@code log.dirs}.
     *
     * @param id {@code directory.id} of its {@code meta.properties} (KIP-858)
     * @param online false after an I/O error; its logs answer KAFKA_STORAGE_ERROR until a restart
     */
    public record LogDirectoryState(Path path, Uuid id, boolean online) {}
}
