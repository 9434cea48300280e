package dev.gregor.cli.archive;

import dev.gregor.broker.Broker;
import dev.gregor.broker.config.BrokerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A broker's life in a folder of its own: empty folder, clients, clean stop, start again; and a start on a folder that was
 * left without a clean stop.
 */
final class BrokerTraining {
    private static final String LISTENER = "PLAINTEXT";

    private BrokerTraining() {}

    /** @param clients is given the address of the running broker, to use it */
    static void run(Consumer<String> clients) throws IOException {
        var folder = Files.createTempDirectory("gregor-training");
        try {
            var data = folder.resolve("data");
            var crashed = folder.resolve("crashed");
            try (var broker = start(data)) {
                clients.accept(address(broker));
                copy(data, crashed);
            }
            start(data).close();
            start(crashed).close();
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static Broker start(Path data) {
        return Broker.start(BrokerConfig.load(
                Optional.empty(), Map.of(), List.of("log.dirs=" + data, "listeners=" + LISTENER + "://127.0.0.1:0")));
    }

    private static String address(Broker broker) {
        return "127.0.0.1:" + broker.boundAddress(LISTENER).getPort();
    }

    /** What a kill would leave: the files as they are now, without the locks. */
    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            files.filter(file -> !file.endsWith(".lock")).forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
