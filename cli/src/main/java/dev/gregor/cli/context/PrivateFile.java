package dev.gregor.cli.context;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** A file of the user's that no one else may read (mode 600), replaced as a whole: a reader sees the old or the new one. */
public final class PrivateFile {
    private PrivateFile() {}

    /** Gregor's folder below the one the variable names, else below {@code fallback} in the user's home (XDG base directories). */
    public static Path folder(Map<String, String> environment, String variable, String fallback) {
        var named = environment.getOrDefault(variable, "");
        var base = named.isEmpty() ? home(environment).resolve(fallback) : Path.of(named);
        return base.resolve("gregor");
    }

    private static Path home(Map<String, String> environment) {
        var home = environment.getOrDefault("HOME", "");
        return Path.of(home.isEmpty() ? System.getProperty("user.home", ".") : home);
    }

    /** Makes sure of a file that is written line by line: it is there, and no one else may read it from now on. */
    public static void prepare(Path file) throws IOException {
        if (!Files.exists(file)) {
            write(file, "");
            return;
        }
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (UnsupportedOperationException otherSystem) {
            // Its own rules hold.
        }
    }

    /** Writes the text; folders that are missing are made. */
    public static void write(Path file, String text) throws IOException {
        // A link, as those who keep such files elsewhere have it, stays one.
        var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        var folder = target.getParent();
        if (folder == null) {
            throw new IOException(file + " is a folder");
        }
        Files.createDirectories(folder);
        // Made with mode 600.
        var written = Files.createTempFile(folder, target.getFileName() + ".", ".new");
        try {
            Files.writeString(written, text);
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /**
     * As {@link #write}, for a file that is not there yet.
     *
     * @return false when there is one of this name, which is left alone
     */
    public static boolean writeNew(Path file, String text) throws IOException {
        var target = file.toAbsolutePath();
        var folder = target.getParent();
        if (folder == null) {
            throw new IOException(file + " is a folder");
        }
        Files.createDirectories(folder);
        try {
            Files.createFile(target);
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
        try {
            write(target, text);
        } catch (IOException failed) {
            Files.deleteIfExists(target);
            throw failed;
        }
        return true;
    }
}
