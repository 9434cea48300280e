package dev.gregor.broker.quorum;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds {@code .lock} in each folder, as Apache Kafka does, so that no second broker of either kind uses it. */
final class DirectoryLocks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryLocks.class);
    static final String FILE = ".lock";

    private final Map<Path, FileChannel> channels = new HashMap<>();

    private DirectoryLocks() {}

    /** @throws UnusableStorageException if a folder cannot be made or written, or is in use */
    static DirectoryLocks acquire(Collection<Path> directories) {
        var locks = new DirectoryLocks();
        try {
            for (var directory : directories) {
                locks.lock(directory);
            }
            return locks;
        } catch (RuntimeException e) {
            locks.close();
            throw e;
        }
    }

    private void lock(Path directory) {
        try {
            Files.createDirectories(directory);
            var channel = FileChannel.open(
                    directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channels.put(directory, channel);
            if (tryLock(channel) == null) {
                throw new UnusableStorageException(
                        directory + " is in use by another broker; stop it first, or choose other log.dirs.");
            }
        } catch (IOException e) {
            throw new UnusableStorageException(
                    directory + " cannot be written (" + e + "); make it writable for this user, or choose other"
                            + " log.dirs.",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    void release(Collection<Path> directories) {
        for (var directory : directories) {
            var channel = channels.remove(directory);
            if (channel != null) {
                close(channel);
            }
        }
    }

    @Override
    public void close() {
        release(List.copyOf(channels.keySet()));
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("A lock was not let go; it ends with the process at the latest.", e);
        }
    }
}
