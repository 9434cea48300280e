package dev.gregor.cli.archive;

import dev.gregor.broker.Broker;
import dev.gregor.broker.config.BrokerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A broker's life in a folder of its own: empty folder, clients, clean stop, start again; and a start on a folder that was
 * left without a clean stop; last, a broker whose voters are given by name.
 */
final class BrokerTraining {
    private static final String LISTENER = "PLAINTEXT";

    private BrokerTraining() {}

    /**
     * @param clients is given the address of the running broker, to use it
     * @param readers is given the folder it has left, to look into it
     */
    static void run(Consumer<String> clients, Consumer<Path> readers) throws IOException {
        var folder = Files.createTempDirectory("gregor-training");
        try {
            var data = folder.resolve("data");
            var crashed = folder.resolve("crashed");
            try (var broker = start(data)) {
                clients.accept(address(broker));
                copy(data, crashed);
            }
            readers.accept(data);
            start(data).close();
            start(crashed).close();
            try (var broker = startWithVoters(folder.resolve("voters"))) {
                clients.accept(address(broker));
            }
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

    /** As most files of {@code server.properties} say it: the voters and the controller's listener by name and port. */
    private static Broker startWithVoters(Path data) throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        return Broker.start(BrokerConfig.load(
                Optional.empty(),
                Map.of(),
                List.of(
                        "process.roles=broker,controller",
                        "node.id=1",
                        "controller.quorum.voters=1@127.0.0.1:" + port,
                        "listeners=" + LISTENER + "://127.0.0.1:0,CONTROLLER://127.0.0.1:" + port,
                        "controller.listener.names=CONTROLLER",
                        "inter.broker.listener.name=" + LISTENER,
                        "log.dirs=" + data)));
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
