package dev.gregor.cli.golden;

import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ConnectionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.message.MetadataRequestData;

/**
 * A broker that golden lines run against, in a process and a folder of its own: Apache Kafka's of some release, or
 * Gregor's. It has a plain listener and two log directories; Apache Kafka's also has a SASL listener, an authorizer and
 * delegation tokens ({@link BrokerProperties}).
 */
public final class GoldenBroker implements AutoCloseable {
    private static final int READY_WITHIN_MS = 60_000;
    private static final String CLUSTER_ID = "4L6g3nShT-eMCtK--X86sw";

    private final Path folder;
    private final String classPath;
    private final Ports ports;
    private final boolean hasControllerPort;
    private final List<Process> processes = new ArrayList<>();

    private GoldenBroker(Path folder, String classPath, boolean hasControllerPort) throws IOException {
        this.folder = folder;
        this.classPath = classPath;
        this.hasControllerPort = hasControllerPort;
        this.ports = Ports.free();
    }

    /** Apache Kafka's broker of the release on our own class path. */
    public static GoldenBroker ofKafka(Path folder) throws IOException, InterruptedException {
        return ofKafka(folder, System.getProperty("java.class.path"));
    }

    /** Apache Kafka's broker from other jars, as its own controller. */
    static GoldenBroker ofKafka(Path folder, String classPath) throws IOException, InterruptedException {
        var broker = new GoldenBroker(folder, classPath, true);
        broker.start(
                BrokerProperties.ofKafka(broker.ports), List.of("kafka.tools.StorageTool"), List.of("kafka.Kafka"));
        return broker;
    }

    /** Apache Kafka's broker from jars that still have ZooKeeper, and a ZooKeeper. */
    static GoldenBroker ofKafkaWithZooKeeper(Path folder, String classPath) throws IOException {
        var broker = new GoldenBroker(folder, classPath, false);
        broker.java(List.of(
                "org.apache.zookeeper.server.ZooKeeperServerMain",
                Integer.toString(broker.ports.controller()),
                folder.resolve("zookeeper").toString()));
        var properties = broker.write(BrokerProperties.ofKafkaWithZooKeeper(broker.ports));
        broker.java(List.of("kafka.Kafka", properties.toString()));
        broker.awaitReady();
        return broker;
    }

    /** Gregor's broker. */
    static GoldenBroker ofGregor(Path folder) throws IOException, InterruptedException {
        var broker = new GoldenBroker(folder, System.getProperty("java.class.path"), true);
        broker.start(
                BrokerProperties.ofGregor(broker.ports),
                List.of("dev.gregor.cli.Main", "kafka-storage.sh"),
                List.of("dev.gregor.cli.Main", "kafka-server-start.sh"));
        return broker;
    }

    private void start(String settings, List<String> storage, List<String> server)
            throws IOException, InterruptedException {
        var properties = write(settings);
        var format = new ArrayList<>(storage);
        format.addAll(List.of("format", "-t", CLUSTER_ID, "-c", properties.toString()));
        if (java(format).waitFor() != 0) {
            throw new IOException("could not format: " + log());
        }
        processes.clear();
        var command = new ArrayList<>(server);
        command.add(properties.toString());
        java(command);
        awaitReady();
    }

    private Path write(String settings) throws IOException {
        var properties = folder.resolve("server.properties");
        Files.writeString(properties, settings + "log.dirs=%1$s/data,%1$s/more\n".formatted(folder));
        return properties;
    }

    /** Registered and unfenced is when it is in its own metadata. */
    private void awaitReady() throws IOException {
        try (var client = ClusterClient.open(ConnectionSettings.to(bootstrap()).withTimeoutMs(READY_WITHIN_MS))) {
            long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(READY_WITHIN_MS);
            while (client.metadata(new MetadataRequestData().setTopics(List.of()))
                    .brokers()
                    .isEmpty()) {
                if (System.nanoTime() > deadlineNanos) {
                    throw new IOException("not ready: " + log());
                }
                Thread.onSpinWait();
            }
        }
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private Process java(List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath));
        command.addAll(arguments);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
        processes.add(process);
        return process;
    }

    /** The plain listener. */
    public String bootstrap() {
        return "127.0.0.1:" + ports.plaintext();
    }

    /** The SASL listener. */
    String saslBootstrap() {
        return "127.0.0.1:" + ports.sasl();
    }

    /** The controller's listener. */
    String controllerBootstrap() {
        return "127.0.0.1:" + ports.controller();
    }

    /** Whether {@link #controllerBootstrap} is a controller's, served or not: with ZooKeeper it is ZooKeeper's. */
    boolean hasControllerPort() {
        return hasControllerPort;
    }

    /** The first of its log directories. */
    Path data() {
        return folder.resolve("data");
    }

    @Override
    public void close() throws InterruptedException {
        for (var process : processes) {
            process.destroyForcibly().waitFor();
        }
    }
}
