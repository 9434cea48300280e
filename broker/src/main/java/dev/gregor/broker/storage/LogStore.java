package dev.gregor.broker.storage;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
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
    private static final String METADATA_TOPIC = "__cluster_metadata";
    private static final String REMOTE_INDEX_CACHE = "remote-log-index-cache";

    private final LogStoreSettings settings;
    private final Clock clock;
    private final DiskAccess disk;
    private final ThreadLocal<HeaderScan> scans = ThreadLocal.withInitial(HeaderScan::new);
    private final Map<TopicPartition, PartitionLog> logs = new ConcurrentHashMap<>();
    private final List<OpenDirectory> directories = new ArrayList<>();
    private final Object changes = new Object();
    private final BackgroundTasks background;
    private volatile HighWatermarkSource highWatermarks = PartitionLog::logEndOffset;
    private volatile Consumer<LogDirectoryState> directoryFailures = failed -> {};
    private volatile long brokerEpoch = LogDirectoryFiles.NO_BROKER_EPOCH;
    private boolean closed;

    /** One of {@code log.dirs} with its files, and the high watermarks found in it. */
    private record OpenDirectory(
            LogDirectory directory,
            LogDirectoryFiles files,
            @Nullable Long cleanBrokerEpoch,
            Map<TopicPartition, Long> foundHighWatermarks) {}

    private LogStore(LogStoreSettings settings, Clock clock, DiskAccess disk) {
        this.settings = settings;
        this.clock = clock;
        this.disk = disk;
        this.background = new BackgroundTasks(this, settings);
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
        IOException lastFailure = null;
        var loads = new ArrayList<DirectoryLoad>();
        for (var path : settings.logDirs()) {
            var dir = path.toAbsolutePath().normalize().toFile();
            try {
                loads.add(openDirectory(dir, topicSettings));
            } catch (IOException e) {
                lastFailure = e;
                LOG.error("Log directory {} cannot be used: {}", dir, e.toString());
            }
        }
        if (loads.isEmpty()) {
            throw new KafkaException(
                    "None of the log directories " + settings.logDirs() + " can be used: " + lastFailure);
        }
        for (var load : loads) {
            load.begin();
        }
        loads.forEach(DirectoryLoad::await);
        LOG.info("Loaded {} logs in {} ms", logs.size(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos));
    }

    private DirectoryLoad openDirectory(File dir, Function<String, LogSettings> topicSettings) throws IOException {
        var files = LogDirectoryFiles.open(dir);
        try {
            var directory = new LogDirectory(dir, files.directoryId(), this::onDirectoryFailure);
            var epoch = files.takeCleanShutdown();
            var open = new OpenDirectory(
                    directory,
                    files,
                    epoch,
                    readOrNone(files.highWatermarks(), "high watermarks start at the log start"));
            var load = new DirectoryLoad(
                    open,
                    readOrNone(files.recoveryPoints(), "all segments are recovered"),
                    readOrNone(files.logStartOffsets(), "logs start at their first segment"),
                    topicSettings);
            directories.add(open);
            return load;
        } catch (IOException e) {
            files.unlock();
            throw e;
        }
    }

    private static Map<TopicPartition, Long> readOrNone(OffsetCheckpoint checkpoint, String consequence) {
        try {
            return checkpoint.read();
        } catch (IOException e) {
            LOG.warn("{}: {}", e.getMessage(), consequence);
            return new HashMap<>();
        }
    }

    /** Loads the logs of one directory by some threads. */
    private final class DirectoryLoad {
        private final OpenDirectory open;
        private final Map<TopicPartition, Long> recoveryPoints;
        private final Map<TopicPartition, Long> logStartOffsets;
        private final Function<String, LogSettings> topicSettings;
        private final List<Future<?>> running = new ArrayList<>();
        private final java.util.concurrent.atomic.AtomicInteger next = new java.util.concurrent.atomic.AtomicInteger();

        DirectoryLoad(
                OpenDirectory open,
                Map<TopicPartition, Long> recoveryPoints,
                Map<TopicPartition, Long> logStartOffsets,
                Function<String, LogSettings> topicSettings) {
            this.open = open;
            this.recoveryPoints = recoveryPoints;
            this.logStartOffsets = logStartOffsets;
            this.topicSettings = topicSettings;
        }

        void begin() {
            var names = open.directory.dir().list();
            if (names == null) {
                open.directory.fail("cannot list it", new IOException("not readable"));
                return;
            }
            var folders = new ArrayList<File>();
            for (var name : names) {
                if (isPartition(name)) {
                    folders.add(new File(open.directory.dir(), name));
                }
            }
            if (folders.isEmpty()) {
                return;
            }
            int threads = Math.min(settings.recoveryThreadsPerDataDir(), folders.size());
            var pool = Executors.newFixedThreadPool(threads, task -> new Thread(task, "log-recovery"));
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> loadSome(folders)));
            }
            pool.shutdown();
        }

        private boolean isPartition(String name) {
            return name.indexOf('-') > 0
                    && !name.equals(REMOTE_INDEX_CACHE)
                    && !name.startsWith(METADATA_TOPIC + "-")
                    && (LogFileNames.isMarked(name) || LogFileNames.partitionOf(name) != null)
                    && name.indexOf('/') < 0;
        }

        private void loadSome(List<File> folders) {
            var loader = new LogLoader(disk, new HeaderScan());
            int index;
            while ((index = next.getAndIncrement()) < folders.size() && open.directory.isOnline()) {
                var folder = folders.get(index);
                try {
                    loadOne(loader, folder);
                } catch (IOException e) {
                    open.directory.fail("cannot load " + folder, e);
                }
            }
        }

        private void loadOne(LogLoader loader, File folder) throws IOException {
            var name = folder.getName();
            if (name.endsWith(LogFileNames.DELETE_DIR)) {
                background.deleteLater(folder, topicSettings.apply("").fileDeleteDelayMs());
                return;
            }
            var partition = LogFileNames.partitionOf(name);
            if (LogFileNames.isMarked(name) || partition == null || !folder.isDirectory()) {
                if (LogFileNames.isMarked(name)) {
                    LOG.warn("Left alone: {}", folder);
                }
                return;
            }
            var topicId = LogLoader.topicId(folder);
            var known = new LogLoader.Known(
                    open.cleanBrokerEpoch != null,
                    recoveryPoints.getOrDefault(partition, LogLoader.UNKNOWN),
                    logStartOffsets.getOrDefault(partition, 0L));
            var logSettings = topicSettings.apply(partition.topic());
            var start = loader.load(folder, logSettings, known, clock.millis());
            var log = newLog(
                    new TopicIdPartition(topicId == null ? Uuid.ZERO_UUID : topicId, partition),
                    logSettings,
                    open.directory,
                    start);
            var other = logs.putIfAbsent(partition, log);
            if (other != null) {
                throw new KafkaException("Duplicate log directories for " + partition + " are found in both " + folder
                        + " and " + other.files().folder() + ". Delete one of the two and start again.");
            }
        }

        void await() {
            for (var future : running) {
                try {
                    future.get();
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof RuntimeException failure) {
                        throw failure;
                    }
                    throw new KafkaException("Loading the logs of " + open.directory.dir() + " failed", e.getCause());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new KafkaException("Interrupted while loading the logs of " + open.directory.dir(), e);
                }
            }
        }
    }

    private PartitionLog newLog(
            TopicIdPartition id, LogSettings logSettings, LogDirectory directory, LogFiles.Start start) {
        var files = new LogFiles(start, directory, disk, clock, background::pool);
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
                logs.remove(id.topicPartition());
                log.setAside(partition -> LogFileNames.marked(partition, LogFileNames.STRAY_DIR));
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
        var folder = new File(directory.dir(), LogFileNames.partitionDir(id.topicPartition()));
        try {
            if (!folder.mkdir() && !folder.isDirectory()) {
                throw new IOException("cannot make " + folder);
            }
            var segment = LogSegment.create(folder, 0L, logSettings, clock.millis());
            var start = new LogFiles.Start(
                    folder, List.of(segment), 0L, 0L, 0L, new LeaderEpochs(folder), new ProducerStates(folder), true);
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

    private LogDirectory emptiest() {
        LogDirectory best = null;
        long fewest = Long.MAX_VALUE;
        for (var open : directories) {
            if (open.directory.isOnline()) {
                long count = directories.size() == 1
                        ? 0
                        : logs.values().stream()
                                .filter(log -> log.directory() == open.directory)
                                .count();
                if (count < fewest) {
                    fewest = count;
                    best = open.directory;
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

    // ---- directories

    public List<LogDirectoryState> directories() {
        return directories.stream().map(open -> state(open.directory)).toList();
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
            var found = open.foundHighWatermarks.get(partition);
            if (found != null && (log == null || log.directory() == open.directory)) {
                return log == null ? found : Math.max(logStartOffset, Math.min(found, log.logEndOffset()));
            }
        }
        return logStartOffset;
    }

    /** Where high watermarks are read from when they are checkpointed. */
    public void highWatermarks(HighWatermarkSource source) {
        highWatermarks = source;
    }

    /**
     * The broker epoch that all directories' clean shutdown files agree on (KIP-966), or -1 if a directory was not closed well.
     */
    public long previousBrokerEpoch() {
        long agreed = LogDirectoryFiles.NO_BROKER_EPOCH;
        for (var open : directories) {
            long epoch = open.cleanBrokerEpoch == null ? LogDirectoryFiles.NO_BROKER_EPOCH : open.cleanBrokerEpoch;
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

    // ---- what the background does

    void deleteOldSegments() {
        for (var log : logs.values()) {
            if (log.directory().isOnline()) {
                try {
                    log.deleteOld(highWatermarks.highWatermark(log));
                } catch (KafkaStorageException e) {
                    LOG.error("Retention of {} failed: {}", log, e.getMessage());
                }
            }
        }
    }

    void flushOldWrites() {
        for (var log : logs.values()) {
            if (log.settings().flushMs() != Long.MAX_VALUE && log.directory().isOnline()) {
                log.directory()
                        .attempt(
                                "cannot flush " + log,
                                () -> log.files()
                                        .flushActiveSegments(
                                                clock.millis(), log.settings().flushMs()));
            }
        }
    }

    void expireProducers() {
        for (var log : logs.values()) {
            log.expireProducers(clock.millis(), settings.producerIdExpirationMs());
        }
    }

    void checkpointRecoveryPoints() {
        for (var open : directories) {
            checkpoint(open, open.files.recoveryPoints(), log -> log.files().recoveryPoint());
        }
    }

    void checkpointLogStartOffsets() {
        for (var open : directories) {
            // As Kafka: only offsets that the first segment's name does not tell.
            checkpoint(
                    open,
                    open.files.logStartOffsets(),
                    log -> log.logStartOffset()
                                    > log.files().view().segments()[0].baseOffset()
                            ? log.logStartOffset()
                            : NOT_KEPT);
        }
    }

    void checkpointHighWatermarks() {
        for (var open : directories) {
            checkpoint(open, open.files.highWatermarks(), log -> highWatermarks.highWatermark(log));
        }
    }

    private static final long NOT_KEPT = -1L;

    private interface OffsetOf {
        long of(PartitionLog log);
    }

    private void checkpoint(OpenDirectory open, OffsetCheckpoint file, OffsetOf offset) {
        if (!open.directory.isOnline()) {
            return;
        }
        synchronized (file) {
            var offsets = new HashMap<TopicPartition, Long>();
            for (var log : logs.values()) {
                if (log.directory() == open.directory) {
                    long value = offset.of(log);
                    if (value != NOT_KEPT) {
                        offsets.put(log.topicPartition(), value);
                    }
                }
            }
            open.directory.attempt("cannot write " + file.file(), () -> file.write(offsets));
        }
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
        background.stop();
        checkpointHighWatermarks();
        closeLogs();
        checkpointRecoveryPoints();
        checkpointLogStartOffsets();
        for (var open : directories) {
            if (open.directory.isOnline()) {
                open.directory.attempt("cannot mark the clean stop", () -> open.files.writeCleanShutdown(brokerEpoch));
            }
            open.directory.close();
            open.files.unlock();
        }
    }

    private void closeLogs() {
        var all = List.copyOf(logs.values());
        int threads = Math.min(settings.recoveryThreadsPerDataDir() * directories.size(), all.size());
        if (threads == 0) {
            return;
        }
        var pool = Executors.newFixedThreadPool(threads, task -> new Thread(task, "log-closing"));
        var running = new ArrayList<Future<?>>();
        for (var log : all) {
            running.add(pool.submit(log::close));
        }
        pool.shutdown();
        for (var future : running) {
            try {
                future.get();
            } catch (ExecutionException e) {
                LOG.error("Closing a log failed: {}", e.getCause().toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Lets go of everything without writing: after a start that failed. */
    private void abandon() {
        background.stop();
        for (var log : logs.values()) {
            log.files().abandon();
        }
        for (var open : directories) {
            open.directory.close();
            open.files.unlock();
        }
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
