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
 * A broker that golden lines run against, in a process and a folder of its own: Apache Kafka's, or Gregor's. It has a
 * plain listener and two log directories; Apache Kafka's also has a SASL listener, an authorizer and delegation tokens.
 */
final class GoldenBroker implements AutoCloseable {
    private static final int READY_WITHIN_MS = 60_000;
    private static final String CLUSTER_ID = "4L6g3nShT-eMCtK--X86sw";

    /** What is asked of every broker. */
    private static final String COMMON = """
            process.roles=broker,controller
            node.id=1
            controller.listener.names=CONTROLLER
            listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=5
            group.initial.rebalance.delay.ms=0
            """;

    /** What Gregor's broker has not got yet. */
    private static final String APACHE_ONLY = """
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=5
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            share.coordinator.state.topic.num.partitions=5
            authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
            super.users=User:ANONYMOUS;User:admin
            delegation.token.secret.key=golden-secret
            sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-256,SCRAM-SHA-512
            listener.name.sasl_plaintext.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule \
            required user_admin="admin-secret" user_alice="alice-secret";
            listener.name.sasl_plaintext.scram-sha-256.sasl.jaas.config=\
            org.apache.kafka.common.security.scram.ScramLoginModule required;
            listener.name.sasl_plaintext.scram-sha-512.sasl.jaas.config=\
            org.apache.kafka.common.security.scram.ScramLoginModule required;
            """;

    private final Process process;
    private final Ports ports;
    private final Path data;

    private GoldenBroker(Process process, Ports ports, Path data) {
        this.process = process;
        this.ports = ports;
        this.data = data;
    }

    /** Apache Kafka's broker of the release on the class path. */
    static GoldenBroker ofKafka(Path folder) throws IOException, InterruptedException {
        var ports = Ports.free();
        var listeners = "listeners=%s,SASL_PLAINTEXT://127.0.0.1:%d,%s\n"
                .formatted(ports.plaintextListener(), ports.sasl(), ports.controllerListener());
        return start(
                folder, ports, listeners + APACHE_ONLY, List.of("kafka.tools.StorageTool"), List.of("kafka.Kafka"));
    }

    /** Gregor's broker. */
    static GoldenBroker ofGregor(Path folder) throws IOException, InterruptedException {
        var ports = Ports.free();
        return start(
                folder,
                ports,
                "listeners=%s,%s\n".formatted(ports.plaintextListener(), ports.controllerListener()),
                List.of("dev.gregor.cli.Main", "kafka-storage.sh"),
                List.of("dev.gregor.cli.Main", "kafka-server-start.sh"));
    }

    private static GoldenBroker start(
            Path folder, Ports ports, String settings, List<String> storage, List<String> server)
            throws IOException, InterruptedException {
        var properties = folder.resolve("server.properties");
        Files.writeString(
                properties,
                COMMON
                        + "controller.quorum.voters=1@127.0.0.1:%d\n".formatted(ports.controller())
                        + "log.dirs=%1$s/data,%1$s/more\n".formatted(folder)
                        + settings);
        var format = new ArrayList<>(storage);
        format.addAll(List.of("format", "-t", CLUSTER_ID, "-c", properties.toString()));
        if (java(folder, format).waitFor() != 0) {
            throw new IOException("could not format: " + Files.readString(folder.resolve("log")));
        }
        var command = new ArrayList<>(server);
        command.add(properties.toString());
        var broker = new GoldenBroker(java(folder, command), ports, folder.resolve("data"));
        broker.awaitReady(folder);
        return broker;
    }

    /** Registered and unfenced is when it is in its own metadata. */
    private void awaitReady(Path folder) throws IOException {
        try (var client = ClusterClient.open(ConnectionSettings.to(bootstrap()).withTimeoutMs(READY_WITHIN_MS))) {
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
    }

    private static Process java(Path folder, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    /** The plain listener. */
    String bootstrap() {
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

    /** The first of its log directories. */
    Path data() {
        return data;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
