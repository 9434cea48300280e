package dev.gregor.cli.log;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;

/** Names and bytes of a segment's files, which share the base offset in front of their endings. */
final class SegmentFiles {
    private SegmentFiles() {}

    /**
     * The base offset a file's name begins with.
     *
     * @throws NumberFormatException when it begins with something else
     */
    static long baseOffset(File file) {
        return Long.parseLong(stem(file));
    }

    /** The file of the same segment with another ending. */
    static File sibling(File file, String ending) {
        return new File(file.getAbsoluteFile().getParent(), stem(file) + ending);
    }

    private static String stem(File file) {
        var name = file.getName();
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    static ByteBuffer bytes(File file) throws IOException {
        if (!file.exists()) {
            throw new FileNotFoundException("no such file: " + file);
        }
        return ByteBuffer.wrap(Files.readAllBytes(file.toPath()));
    }
}
