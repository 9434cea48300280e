package dev.gregor.broker.storage;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/** The files of a log directory itself: its lock, its checkpoints, the mark of a clean stop, its id. */
final class LogDirectoryFiles {
    static final String CLEAN_SHUTDOWN = ".kafka_cleanshutdown";
    private static final String LOCK = ".lock";
    private static final String META_PROPERTIES = "meta.properties";
    private static final String DIRECTORY_ID = "directory.id";
    private static final String BROKER_EPOCH = "\"brokerEpoch\":";
    static final long NO_BROKER_EPOCH = -1L;

    private final File dir;
    private final FileChannel lockFile;
    private final OffsetCheckpoint recoveryPoints;
    private final OffsetCheckpoint logStartOffsets;
    private final OffsetCheckpoint highWatermarks;

    private LogDirectoryFiles(File dir, FileChannel lockFile) {
        this.dir = dir;
        this.lockFile = lockFile;
        this.recoveryPoints = new OffsetCheckpoint(dir, "recovery-point-offset-checkpoint");
        this.logStartOffsets = new OffsetCheckpoint(dir, "log-start-offset-checkpoint");
        this.highWatermarks = new OffsetCheckpoint(dir, "replication-offset-checkpoint");
    }

    /**
     * Makes the directory if it is not there, and locks it.
     *
     * @throws KafkaException if another broker holds it
     */
    static LogDirectoryFiles open(File dir) throws IOException {
        if (!dir.isDirectory()) {
            Files.createDirectories(dir.toPath());
        }
        var channel =
                FileChannel.open(new File(dir, LOCK).toPath(), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        if (!tryLock(channel)) {
            channel.close();
            throw new KafkaException("Failed to acquire lock on file .lock in " + dir
                    + ". A Kafka instance in another process or thread is using this directory.");
        }
        return new LogDirectoryFiles(dir, channel);
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    File dir() {
        return dir;
    }

    /** @return {@code directory.id} of {@code meta.properties}, or a zero id if there is none */
    Uuid directoryId() throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(new File(dir, META_PROPERTIES).toPath(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            return Uuid.ZERO_UUID;
        }
        var id = properties.getProperty(DIRECTORY_ID);
        try {
            return id == null ? Uuid.ZERO_UUID : Uuid.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new IOException("Cannot read " + DIRECTORY_ID + " in " + new File(dir, META_PROPERTIES), e);
        }
    }

    OffsetCheckpoint recoveryPoints() {
        return recoveryPoints;
    }

    OffsetCheckpoint logStartOffsets() {
        return logStartOffsets;
    }

    OffsetCheckpoint highWatermarks() {
        return highWatermarks;
    }

    /**
     * Takes the mark of a clean stop away, so that dying while loading counts as unclean (KAFKA-10471).
     *
     * @return the broker epoch in it, -1 if it names none, or null if there was no mark
     */
    @Nullable
    Long takeCleanShutdown() throws IOException {
        var file = new File(dir, CLEAN_SHUTDOWN);
        var text = TextFile.read(file);
        if (text == null) {
            return null;
        }
        Files.delete(file.toPath());
        // A mark that came back after a power loss would call a crash a clean stop.
        TextFile.syncDirectory(dir);
        int at = text.indexOf(BROKER_EPOCH);
        if (at < 0) {
            return NO_BROKER_EPOCH;
        }
        int start = at + BROKER_EPOCH.length();
        int end = start;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        try {
            return Long.parseLong(text.substring(start, end));
        } catch (NumberFormatException e) {
            return NO_BROKER_EPOCH;
        }
    }

    void writeCleanShutdown(long brokerEpoch) throws IOException {
        TextFile.replace(new File(dir, CLEAN_SHUTDOWN), "{\"version\":0,\"brokerEpoch\":" + brokerEpoch + "}");
    }

    void unlock() {
        try {
            lockFile.close();
        } catch (IOException e) {
            // The lock goes with the process at the latest.
        }
    }
}
