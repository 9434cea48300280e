package dev.gregor.cli.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A broker that runs on this machine: ours, or Apache Kafka's.
 *
 * @param arguments what follows the main class: the properties file, if any, and overrides
 */
record ServerProcess(ProcessHandle process, List<String> arguments) {
    private static final String OUR_MAIN = "dev.gregor.cli.Main";
    private static final String KAFKA_MAIN = "kafka.Kafka";

    ServerProcess {
        arguments = List.copyOf(arguments);
    }

    /** Every broker among the processes of this machine. */
    static List<ServerProcess> all() {
        var servers = new ArrayList<ServerProcess>();
        for (var process : (Iterable<ProcessHandle>) ProcessHandle.allProcesses()::iterator) {
            of(process, JvmCommandLine.of(process)).ifPresent(servers::add);
        }
        return servers;
    }

    static Optional<ServerProcess> of(ProcessHandle process, List<String> words) {
        int kafka = words.indexOf(KAFKA_MAIN);
        if (kafka >= 0) {
            return Optional.of(new ServerProcess(process, words.subList(kafka + 1, words.size())));
        }
        int ours = words.indexOf(OUR_MAIN);
        if (ours < 0) {
            return Optional.empty();
        }
        var arguments = words.subList(ours + 1, words.size());
        if (words.contains("-Dgregor.program=kafka-server-start.sh")) {
            return Optional.of(new ServerProcess(process, arguments));
        }
        boolean isBroker = words.contains("-Dgregor.program=gregor") && arguments.indexOf("broker") == 0;
        return isBroker
                ? Optional.of(new ServerProcess(process, arguments.subList(1, arguments.size())))
                : Optional.empty();
    }

    /** The value of a key in its overrides, else in its properties file; empty when neither names it. */
    Optional<String> configured(String key) {
        var file = Optional.<String>empty();
        for (int i = 0; i < arguments.size(); i++) {
            var word = arguments.get(i);
            if (word.equals("--override") && i + 1 < arguments.size()) {
                var pair = arguments.get(++i);
                if (pair.startsWith(key + "=")) {
                    return Optional.of(pair.substring(key.length() + 1));
                }
            } else if (word.startsWith("--override=" + key + "=")) {
                return Optional.of(word.substring("--override=".length() + key.length() + 1));
            } else if (!word.startsWith("-")) {
                file = file.or(() -> Optional.of(word));
            }
        }
        return file.flatMap(name -> inFile(name, key));
    }

    private Optional<String> inFile(String name, String key) {
        var properties = new Properties();
        try (var in = Files.newInputStream(workingFolder().resolve(name))) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        return Optional.ofNullable(properties.getProperty(key)).map(String::strip);
    }

    /** Relative names are relative to where that process was started. */
    private Path workingFolder() {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"));
        } catch (IOException | UnsupportedOperationException unknown) {
            return Path.of("");
        }
    }
}
