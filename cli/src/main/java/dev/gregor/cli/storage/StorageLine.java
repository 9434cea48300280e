package dev.gregor.cli.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options of one sub-command of kafka-storage, read as argparse4j reads them. */
final class StorageLine {
    private static final List<String> FLAGS = List.of("--ignore-formatted", "--standalone", "--no-initial-controllers");
    private static final Map<String, String> LONG_NAMES = Map.of(
            "-c", "--config",
            "-t", "--cluster-id",
            "-S", "--add-scram",
            "-g", "--ignore-formatted",
            "-r", "--release-version",
            "-f", "--feature",
            "-s", "--standalone",
            "-N", "--no-initial-controllers",
            "-I", "--initial-controllers");

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /**
     * Reads a line.
     *
     * @param allowed the sub-command's options, by their long names
     * @throws StorageMisuse with argparse4j's message
     */
    StorageLine(List<String> words, List<String> allowed) {
        for (int i = 0; i < words.size(); i++) {
            int equals = words.get(i).startsWith("--") ? words.get(i).indexOf('=') : -1;
            var given = equals < 0 ? words.get(i) : words.get(i).substring(0, equals);
            var name = LONG_NAMES.getOrDefault(given, given);
            if (!allowed.contains(name)) {
                throw new StorageMisuse("unrecognized arguments: '" + words.get(i) + "'");
            }
            var sofar = values.computeIfAbsent(name, first -> new ArrayList<>());
            if (FLAGS.contains(name)) {
                continue;
            }
            if (equals >= 0) {
                sofar.add(words.get(i).substring(equals + 1));
            } else if (i + 1 < words.size() && !words.get(i + 1).startsWith("-")) {
                sofar.add(words.get(++i));
            } else {
                throw new StorageMisuse("argument " + label(name) + ": expected one argument");
            }
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The last one counts. */
    Optional<String> one(String name) {
        var given = all(name);
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
    }

    String required(String name) {
        return one(name).orElseThrow(() -> new StorageMisuse("argument " + label(name) + " is required"));
    }

    private static String label(String name) {
        for (var entry : LONG_NAMES.entrySet()) {
            if (entry.getValue().equals(name)) {
                return name + "/" + entry.getKey();
            }
        }
        return name;
    }
}
