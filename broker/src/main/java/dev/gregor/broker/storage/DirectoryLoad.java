package dev.gregor.broker.storage;

import java.io.File;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the logs of one directory by some threads, which take folder after folder. A failure takes the directory offline. */
final class DirectoryLoad {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryLoad.class);
    private static final String METADATA_TOPIC = "__cluster_metadata";
    private static final String REMOTE_INDEX_CACHE = "remote-log-index-cache";

    /** Where what is found goes; called by the loading threads. */
    interface Target {
        void onLog(TopicIdPartition id, LogSettings settings, LogDirectory directory, LogFiles.Start start);

        void onDeleted(File folder);
    }

    private final OpenDirectory open;
    private final Function<String, LogSettings> topicSettings;
    private final DiskAccess disk;
    private final Clock clock;
    private final ProducerExpiry producerExpiry;
    private final Target target;
    private final List<Future<?>> running = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    DirectoryLoad(
            OpenDirectory open,
            Function<String, LogSettings> topicSettings,
            DiskAccess disk,
            Clock clock,
            ProducerExpiry producerExpiry,
            Target target) {
        this.open = open;
        this.topicSettings = topicSettings;
        this.disk = disk;
        this.clock = clock;
        this.producerExpiry = producerExpiry;
        this.target = target;
    }

    void begin(int maxThreads) {
        var names = open.directory().dir().list();
        if (names == null) {
            open.directory().fail("cannot list it", new IOException("not readable"));
            return;
        }
        var folders = new ArrayList<File>();
        for (var name : names) {
            if (isPartition(name)) {
                folders.add(new File(open.directory().dir(), name));
            }
        }
        if (folders.isEmpty()) {
            return;
        }
        int threads = Math.min(maxThreads, folders.size());
        var pool = Executors.newFixedThreadPool(threads, task -> new Thread(task, "log-recovery"));
        for (int i = 0; i < threads; i++) {
            running.add(pool.submit(() -> loadSome(folders)));
        }
        pool.shutdown();
    }

    private static boolean isPartition(String name) {
        return !name.equals(REMOTE_INDEX_CACHE)
                && !name.startsWith(METADATA_TOPIC + "-")
                && (LogFileNames.isMarked(name) || LogFileNames.partitionOf(name) != null);
    }

    private void loadSome(List<File> folders) {
        var loader = new LogLoader(disk, new HeaderScan(), producerExpiry);
        int index;
        while ((index = next.getAndIncrement()) < folders.size()
                && open.directory().isOnline()) {
            var folder = folders.get(index);
            try {
                loadOne(loader, folder);
            } catch (IOException e) {
                open.directory().fail("cannot load " + folder, e);
            }
        }
    }

    private void loadOne(LogLoader loader, File folder) throws IOException {
        var name = folder.getName();
        if (name.endsWith(LogFileNames.DELETE_DIR)) {
            target.onDeleted(folder);
            return;
        }
        var partition = LogFileNames.partitionOf(name);
        if (LogFileNames.isMarked(name) || partition == null || !folder.isDirectory()) {
            LOG.warn("Left alone: {}", folder);
            return;
        }
        var topicId = LogLoader.topicId(folder);
        var settings = topicSettings.apply(partition.topic());
        var start = loader.load(folder, settings, known(partition), clock.millis());
        var id = new TopicIdPartition(topicId == null ? Uuid.ZERO_UUID : topicId, partition);
        target.onLog(id, settings, open.directory(), start);
    }

    private LogLoader.Known known(TopicPartition partition) {
        return new LogLoader.Known(
                open.wasClosedWell(),
                open.recoveryPoints().getOrDefault(partition, LogLoader.UNKNOWN),
                open.logStartOffsets().getOrDefault(partition, 0L));
    }

    /** Waits until all is loaded. */
    void await() {
        for (var future : running) {
            try {
                future.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new KafkaException(
                        "Loading the logs of " + open.directory().dir() + " failed", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException(
                        "Interrupted while loading the logs of "
                                + open.directory().dir(),
                        e);
            }
        }
    }
}
