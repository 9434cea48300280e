package dev.gregor.cli.demo;

import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterUnreachableException;
import dev.gregor.protocol.ConnectionSettings;
import dev.gregor.protocol.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The demo's broker: a process of its own, on this machine only, that can be killed as rudely as one likes. */
final class DemoBroker {
    private static final int START_TIMEOUT_MS = 60_000;
    private static final int FIRST_TRY_MS = 250;
    private static final int LOG_TAIL_LINES = 20;

    private final Path folder;
    private final BrokerLaunch command;
    private final int port;
    private final int controllerPort;
    private Optional<Process> process = Optional.empty();

    /**
     * @param folder for its data, configuration and log
     * @param port 0 for a free one
     */
    DemoBroker(Path folder, BrokerLaunch command, int port) throws IOException {
        this.folder = folder;
        this.command = command;
        try (var first = freePort();
                var second = freePort()) {
            this.port = port == 0 ? first.getLocalPort() : port;
            this.controllerPort = second.getLocalPort();
        }
    }

    private static ServerSocket freePort() throws IOException {
        var socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return socket;
    }

    String bootstrap() {
        return "127.0.0.1:" + port;
    }

    Path dataFolder() {
        return folder.resolve("data");
    }

    Path propertiesFile() {
        return folder.resolve("server.properties");
    }

    long pid() {
        return process.orElseThrow().pid();
    }

    /** Starts it and waits until it answers. */
    void start() throws IOException, InterruptedException, DemoFailure {
        Files.writeString(propertiesFile(), properties());
        process = Optional.of(new ProcessBuilder(command.with(propertiesFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start());
        awaitAnswer();
    }

    private String properties() {
        return """
                process.roles=broker,controller
                node.id=1
                listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
                advertised.listeners=PLAINTEXT://127.0.0.1:%d
                controller.listener.names=CONTROLLER
                controller.quorum.voters=1@127.0.0.1:%d
                log.dirs=%s
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=100
                """.formatted(port, controllerPort, port, controllerPort, dataFolder());
    }

    private void awaitAnswer() throws DemoFailure, InterruptedException {
        long deadlineNanos = System.nanoTime() + START_TIMEOUT_MS * 1_000_000L;
        while (!answers()) {
            if (!process.orElseThrow().isAlive()) {
                throw new DemoFailure("the broker ended with exit code "
                        + process.orElseThrow().waitFor() + " before it answered");
            }
            if (System.nanoTime() > deadlineNanos) {
                throw new DemoFailure("the broker did not answer within " + START_TIMEOUT_MS / 1000 + " s");
            }
        }
    }

    private boolean answers() {
        try (var client = ClusterClient.open(ConnectionSettings.to(bootstrap()).withTimeoutMs(FIRST_TRY_MS))) {
            client.served(Target.anyBroker());
            return !client.cluster().brokers().isEmpty();
        } catch (ClusterUnreachableException notYet) {
            return false;
        }
    }

    /** kill -9: no chance to write anything. Safe to call at any time and twice. */
    void kill() throws InterruptedException {
        if (process.isPresent()) {
            process.get().destroyForcibly().waitFor();
        }
    }

    private Path log() {
        return folder.resolve("broker.log");
    }

    /** The last lines of its log. */
    List<String> logTail() {
        try {
            var lines = new String(Files.readAllBytes(log()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(lines.size() - LOG_TAIL_LINES, 0), lines.size());
        } catch (IOException e) {
            return List.of("(no log: " + e + ")");
        }
    }
}
