package dev.gregor.broker.storage;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Small text files that are replaced as a whole: written beside, then renamed over, so that a reader sees old or new. */
final class TextFile {
    private TextFile() {}

    /**
     * Survives the death of the machine: the text is on the disk before it gets the file's name, since a file system may bring the
     * name there long before the bytes, and the name is once this returns.
     */
    static void replace(File file, String text) throws IOException {
        write(file, text, true);
        syncDirectory(file.getParentFile());
    }

    /** A file that was not there: survives the death of the process, of the machine once it and its folder are synced. */
    static void create(File file, String text) throws IOException {
        write(file, text, false);
    }

    private static void write(File file, String text, boolean sync) throws IOException {
        var temporary = new File(file.getPath() + ".tmp");
        try (var channel = FileChannel.open(
                temporary.toPath(),
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (sync) {
                channel.force(true);
            }
        }
        Files.move(
                temporary.toPath(), file.toPath(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void sync(File file) throws IOException {
        try (var channel = FileChannel.open(file.toPath(), StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (NoSuchFileException gone) {
            // Nothing left to keep.
        }
    }

    static void syncDirectory(File dir) throws IOException {
        try (var channel = FileChannel.open(dir.toPath(), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** @return the file's text, or null if there is no such file */
    static @Nullable String read(File file) throws IOException {
        try {
            return Files.readString(file.toPath(), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return null;
        }
    }
}
