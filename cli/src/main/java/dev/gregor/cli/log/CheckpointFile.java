package dev.gregor.cli.log;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Kafka's small text files of entries: a line with the version, 0, one with how many entries follow, then a line for each. */
final class CheckpointFile {
    private static final String VERSION = "0";

    private CheckpointFile() {}

    /** A file that is no checkpoint; says in which line and why. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String what;

        MalformedException(String what) {
            super(what);
            this.what = what;
        }

        String what() {
            return what;
        }
    }

    /**
     * An entry of {@code leader-epoch-checkpoint}.
     *
     * @param startOffset the first offset that was written under this epoch
     */
    record Epoch(int epoch, long startOffset) {}

    /** The entries' words; none when there is no such file, or an empty one. */
    static List<String[]> entries(Path file, int words) throws IOException, MalformedException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (MalformedInputException binary) {
            throw new MalformedException("not a text");
        }
        if (lines.isEmpty()) {
            return List.of();
        }
        if (!lines.get(0).equals(VERSION)) {
            throw new MalformedException("line 1: version '" + lines.get(0) + "', and only " + VERSION + " is known");
        }
        var entries = new ArrayList<String[]>();
        for (int i = 2; i < lines.size(); i++) {
            var entry = lines.get(i).split(" ", -1);
            if (entry.length != words) {
                throw new MalformedException(
                        "line " + (i + 1) + ": '" + lines.get(i) + "' has not " + words + " words");
            }
            entries.add(entry);
        }
        var count = lines.size() < 2 ? "nothing" : lines.get(1);
        if (!count.equals(Integer.toString(entries.size()))) {
            throw new MalformedException("line 2 says " + count + ", but " + entries.size() + " entries follow");
        }
        return entries;
    }

    /** Offsets by partition, as {@code topic-partition}. */
    static Map<String, Long> offsets(Path file) throws IOException, MalformedException {
        var offsets = new TreeMap<String, Long>();
        for (var words : entries(file, 3)) {
            offsets.put(words[0] + "-" + number(words[1]), number(words[2]));
        }
        return offsets;
    }

    /** The epochs in the file's order. */
    static List<Epoch> epochs(Path file) throws IOException, MalformedException {
        var epochs = new ArrayList<Epoch>();
        for (var words : entries(file, 2)) {
            long epoch = number(words[0]);
            if (epoch < 0 || epoch > Integer.MAX_VALUE) {
                throw new MalformedException("'" + epoch + "' is no epoch");
            }
            epochs.add(new Epoch((int) epoch, number(words[1])));
        }
        return epochs;
    }

    private static long number(String word) throws MalformedException {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException none) {
            throw new MalformedException("'" + word + "' is no number");
        }
    }
}
