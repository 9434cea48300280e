package dev.gregor.cli.golden;

import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ConnectionSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.message.MetadataRequestData;

/** One broker of Apache Kafka itself, in a process and a folder of its own. */
final class ApacheKafka implements AutoCloseable {
    private static final int READY_WITHIN_MS = 60_000;

    private final Process process;
    private final String bootstrap;

    private ApacheKafka(Process process, String bootstrap) {
        this.process = process;
        this.bootstrap = bootstrap;
    }

    static ApacheKafka start(Path folder) throws IOException, InterruptedException {
        int port = freePort();
        int controllerPort = freePort();
        var properties = folder.resolve("server.properties");
        Files.writeString(properties, """
                process.roles=broker,controller
                node.id=1
                listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
                controller.quorum.voters=1@127.0.0.1:%d
                offsets.topic.replication.factor=1
                log.dirs=%s
                """.formatted(port, controllerPort, controllerPort, folder.resolve("data")));
        int formatted = java(
                        folder,
                        "kafka.tools.StorageTool",
                        "format",
                        "-t",
                        "4L6g3nShT-eMCtK--X86sw",
                        "-c",
                        properties.toString())
                .waitFor();
        if (formatted != 0) {
            throw new IOException("could not format: " + Files.readString(folder.resolve("log")));
        }
        var kafka = new ApacheKafka(java(folder, "kafka.Kafka", properties.toString()), "127.0.0.1:" + port);
        // Registered and unfenced is when it is in its own metadata.
        try (var client =
                ClusterClient.open(ConnectionSettings.to(kafka.bootstrap).withTimeoutMs(READY_WITHIN_MS))) {
            long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(READY_WITHIN_MS);
            while (client.metadata(new MetadataRequestData().setTopics(List.of()))
                    .brokers()
                    .isEmpty()) {
                if (System.nanoTime() > deadlineNanos) {
                    throw new IOException("not ready: " + Files.readString(folder.resolve("log")));
                }
                Thread.onSpinWait();
            }
        }
        return kafka;
    }

    private static Process java(Path folder, String main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
