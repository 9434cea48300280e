package dev.gregor.cli.partition;

import dev.gregor.cli.FailureText;
import dev.gregor.protocol.ClusterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A small file that an option names. */
public final class TextFile {
    private TextFile() {}

    /**
     * Its whole text.
     *
     * @throws ClusterException naming the file when it cannot be read
     */
    public static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (NoSuchFileException missing) {
            throw new ClusterException("no such file: " + file, missing);
        } catch (IOException unreadable) {
            throw new ClusterException("cannot read " + file + ": " + FailureText.of(unreadable), unreadable);
        }
    }
}
