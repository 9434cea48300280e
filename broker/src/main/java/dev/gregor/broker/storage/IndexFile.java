package dev.gregor.broker.storage;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file of entries of equal size, mapped into memory at first use. While entries are added the file has its full,
 * preallocated (sparse) size; it is trimmed to its entries when its segment is rolled or closed.
 *
 * <p>Entries are added by the log's present writer; any thread may read those below {@link #entries()}.
 */
final class IndexFile {
    private static final int NOT_LOADED = -1;
    private static final int FIRST_REBUILD_BYTES = 1024;

    private final int entrySize;
    private volatile File file;
    private volatile @Nullable ByteBuffer map;
    private volatile int entries = NOT_LOADED;
    private boolean writable;
    /** Whether the file holds entries that were forgotten. */
    private boolean cut;

    private boolean rebuilding;
    private volatile boolean dirty;

    IndexFile(File file, int entrySize) {
        this.file = file;
        this.entrySize = entrySize;
    }

    /** A new index: an empty file, as small as files get until the first entry is there. */
    static IndexFile create(File file, int entrySize) throws IOException {
        var index = new IndexFile(file, entrySize);
        file.createNewFile();
        index.entries = 0;
        return index;
    }

    File file() {
        return file;
    }

    boolean isLoaded() {
        return entries != NOT_LOADED;
    }

    /** @throws IOException if the file is not there or its size is no multiple of an entry's */
    synchronized void load() throws IOException {
        if (entries != NOT_LOADED) {
            return;
        }
        long length = file.length();
        if (length % entrySize != 0 || (length == 0 && !file.exists())) {
            throw new IOException("index " + file + " has " + length + " bytes, no multiple of " + entrySize);
        }
        if (length > 0) {
            try (var channel = FileChannel.open(file.toPath(), StandardOpenOption.READ)) {
                map = channel.map(FileChannel.MapMode.READ_ONLY, 0, length);
            }
        }
        entries = (int) (length / entrySize);
    }

    int entries() {
        return entries;
    }

    /** @return the mapped entries, or null if there are none; valid up to {@link #entries()} as read before */
    @Nullable
    ByteBuffer buffer() {
        return map;
    }

    /** @return the buffer to put the next entry into, at {@code entries() * entrySize} */
    ByteBuffer toWrite(int maxBytes) throws IOException {
        int fullSize = Math.max(maxBytes / entrySize, 1) * entrySize;
        var mapped = map;
        if (rebuilding && mapped != null) {
            return grownInMemory(mapped);
        }
        if (!writable || mapped == null || (entries + 1) * entrySize > mapped.capacity()) {
            fullSize = Math.max(fullSize, (entries + 1) * entrySize);
            try (var channel = FileChannel.open(
                    file.toPath(), StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
                mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, fullSize);
            }
            map = mapped;
            writable = true;
        }
        return mapped;
    }

    void onEntryPut() {
        dirty = true;
        int count = entries;
        entries = count + 1;
    }

    boolean isFull(int maxBytes, int reserved) {
        return entries >= maxBytes / entrySize - reserved;
    }

    /** Forgets the entries from {@code count} on. */
    void truncateTo(int count) {
        if (count < entries) {
            dirty = true;
            cut = true;
            entries = count;
        }
    }

    /** Starts anew, whatever the file holds: entries are kept in memory until {@link #finishRebuild()}. */
    synchronized void beginRebuild() {
        map = ByteBuffer.allocate(FIRST_REBUILD_BYTES);
        writable = false;
        rebuilding = true;
        entries = 0;
    }

    /** Writes the new entries, and nothing else, to the file. */
    synchronized void finishRebuild() throws IOException {
        rebuilding = false;
        var rebuilt = map;
        int size = entries * entrySize;
        if (rebuilt == null || size == 0) {
            map = null;
            if (file.length() == 0 && file.exists()) {
                return;
            }
        }
        try (var channel = FileChannel.open(
                file.toPath(),
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            if (rebuilt != null) {
                var content = rebuilt.duplicate().position(0).limit(size);
                while (content.hasRemaining()) {
                    channel.write(content);
                }
            }
        }
        dirty = true;
    }

    private ByteBuffer grownInMemory(ByteBuffer rebuilt) {
        if ((entries + 1) * entrySize <= rebuilt.capacity()) {
            return rebuilt;
        }
        var larger = ByteBuffer.allocate(rebuilt.capacity() * 2);
        larger.put(rebuilt.duplicate().clear()).clear();
        map = larger;
        return larger;
    }

    /** Cuts the file to its entries; readers that hold the old mapping stay below the entry count, which the file still has. */
    synchronized void trim() throws IOException {
        if (!writable && !cut) {
            return;
        }
        writable = false;
        cut = false;
        long size = (long) entries * entrySize;
        try (var channel = FileChannel.open(file.toPath(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.truncate(size);
            map = size == 0 ? null : channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
        }
    }

    synchronized void flush() throws IOException {
        if (dirty) {
            dirty = false;
            try (var channel = FileChannel.open(file.toPath(), StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
    }

    synchronized void renameTo(File target) throws IOException {
        if (file.exists() && !file.renameTo(target)) {
            throw new IOException("cannot rename " + file + " to " + target.getName());
        }
        file = target;
    }
}
