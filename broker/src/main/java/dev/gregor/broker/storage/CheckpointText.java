package dev.gregor.broker.storage;

import java.io.File;
import java.io.IOException;
import java.util.function.Predicate;

/**
 * Kafka's checkpoint files: a line with the version (0), one with the number of entries, then a line for each. An empty file has
 * no entries.
 */
final class CheckpointText {
    private static final String VERSION = "0";

    private final StringBuilder lines = new StringBuilder();
    private int entries;

    void add(String line) {
        lines.append(line).append('\n');
        entries++;
    }

    String text() {
        return VERSION + '\n' + entries + '\n' + lines;
    }

    /**
     * Reads a file's entries.
     *
     * @param entry takes one line, and says whether it understood it
     * @throws IOException if the file is there but is no checkpoint, with its name and the line
     */
    static void read(File file, Predicate<String> entry) throws IOException {
        var text = TextFile.read(file);
        if (text == null || text.isEmpty()) {
            return;
        }
        int at = 0;
        int line = 0;
        int expected = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            var content = text.substring(at, end > at && text.charAt(end - 1) == '\r' ? end - 1 : end);
            if (line == 0 && !content.equals(VERSION)) {
                throw new IOException("Unrecognised version:" + content + ", expected version: " + VERSION
                        + " in checkpoint file at: " + file);
            } else if (line == 1) {
                expected = parseCount(file, content);
            } else if (line > 1 && !entry.test(content)) {
                throw malformed(file, content);
            }
            line++;
            at = end + 1;
        }
        if (line > 1 && line - 2 != expected) {
            throw new IOException("Expected [" + expected + "] entries in checkpoint file [" + file
                    + "], but found only [" + (line - 2) + "]");
        }
    }

    private static int parseCount(File file, String content) throws IOException {
        try {
            return Integer.parseInt(content);
        } catch (NumberFormatException e) {
            throw malformed(file, content);
        }
    }

    private static IOException malformed(File file, String line) {
        return new IOException("Malformed line in checkpoint file [" + file + "]: " + line);
    }
}
