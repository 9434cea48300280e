package dev.gregor.broker.quorum;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds {@code .lock} in each folder, as Apache Kafka does, so that no second broker of either kind uses it. */
final class DirectoryLocks implements AutoCloseable {
    static final String FILE = ".lock";

    private final List<FileChannel> channels = new ArrayList<>();

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
            channels.add(channel);
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

    @Override
    public void close() {
        for (var channel : channels) {
            try {
                channel.close();
            } catch (IOException e) {
                // The lock goes with the process at the latest.
                continue;
            }
        }
        channels.clear();
    }
}
