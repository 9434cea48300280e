package dev.gregor.cli.security;

import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ConnectionSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.message.MetadataRequestData;

/** Apache Kafka's broker, in a process of its own, with a listener for each way in. */
final class SecureBroker implements AutoCloseable {
    private static final int READY_WITHIN_MS = 60_000;

    /** The ways in. */
    enum Listener {
        PLAIN("PLAINTEXT"),
        CONTROLLER("PLAINTEXT"),
        /** A certificate for 127.0.0.1 and localhost. */
        TLS("SSL"),
        /** The same, and the client shows one too. */
        MUTUAL("SSL"),
        EXPIRED("SSL"),
        /** A certificate for somebody else's host. */
        OTHER("SSL"),
        SASL("SASL_PLAINTEXT"),
        /** Of the mechanisms PLAIN alone, and for half a second: then a session is over. */
        SASLTLS("SASL_SSL");

        private final String protocol;

        Listener(String protocol) {
            this.protocol = protocol;
        }
    }

    private static final String SETTINGS = """
            process.roles=broker,controller
            node.id=1
            controller.listener.names=CONTROLLER
            inter.broker.listener.name=PLAIN
            offsets.topic.replication.factor=1
            delegation.token.secret.key=token-secret
            authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
            allow.everyone.if.no.acl.found=true
            super.users=User:ANONYMOUS
            ssl.keystore.password=store-secret
            ssl.truststore.password=store-secret
            sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-256,SCRAM-SHA-512,OAUTHBEARER
            listener.name.sasltls.sasl.enabled.mechanisms=PLAIN
            listener.name.sasltls.connections.max.reauth.ms=500
            listener.name.mutual.ssl.client.auth=required
            listener.name.sasl.plain.sasl.jaas.config=%1$s.plain.PlainLoginModule required user_alice="alice-secret";
            listener.name.sasltls.plain.sasl.jaas.config=%1$s.plain.PlainLoginModule required user_alice="alice-secret";
            listener.name.sasl.scram-sha-256.sasl.jaas.config=%1$s.scram.ScramLoginModule required;
            listener.name.sasl.scram-sha-512.sasl.jaas.config=%1$s.scram.ScramLoginModule required;
            listener.name.sasl.oauthbearer.sasl.jaas.config=%1$s.oauthbearer.OAuthBearerLoginModule required \
            unsecuredLoginStringClaim_sub="broker";
            """.formatted("org.apache.kafka.common.security");

    private final Path folder;
    private final Map<Listener, Integer> ports;
    private final List<Process> processes = new ArrayList<>();

    private SecureBroker(Path folder, Map<Listener, Integer> ports) {
        this.folder = folder;
        this.ports = ports;
    }

    /** Started with these key stores; {@code trusted} is the store of the clients it lets in on MUTUAL. */
    static SecureBroker start(Path folder, Path own, Path expired, Path other, Path trusted)
            throws IOException, InterruptedException {
        var broker = new SecureBroker(folder, freePorts());
        var properties = folder.resolve("server.properties");
        Files.writeString(
                properties,
                SETTINGS + broker.listeners()
                        + "log.dirs=" + folder.resolve("data") + "\n"
                        + "ssl.truststore.location=" + trusted + "\n"
                        + "ssl.keystore.location=" + own + "\n"
                        + "listener.name.expired.ssl.keystore.location=" + expired + "\n"
                        + "listener.name.other.ssl.keystore.location=" + other + "\n");
        var format = broker.java(
                "kafka.tools.StorageTool",
                "format",
                "--standalone",
                "-t",
                "4L6g3nShT-eMCtK--X86sw",
                "-c",
                properties.toString(),
                "--add-scram",
                "SCRAM-SHA-256=[name=alice,password=alice-secret]",
                "--add-scram",
                "SCRAM-SHA-512=[name=alice,password=alice-secret]");
        if (format.waitFor() != 0) {
            throw new IOException(Files.readString(folder.resolve("log")));
        }
        broker.java("kafka.Kafka", properties.toString());
        broker.awaitReady();
        return broker;
    }

    private static Map<Listener, Integer> freePorts() throws IOException {
        var ports = new EnumMap<Listener, Integer>(Listener.class);
        var open = new ArrayList<ServerSocket>();
        for (var listener : Listener.values()) {
            // Open at the same time, so that they differ.
            var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            open.add(socket);
            ports.put(listener, socket.getLocalPort());
        }
        for (var socket : open) {
            socket.close();
        }
        return ports;
    }

    private String listeners() {
        var addresses = new ArrayList<String>();
        var protocols = new ArrayList<String>();
        ports.forEach((listener, port) -> {
            addresses.add(listener + "://127.0.0.1:" + port);
            protocols.add(listener + ":" + listener.protocol);
        });
        return "listeners=" + String.join(",", addresses)
                + "\nlistener.security.protocol.map=" + String.join(",", protocols)
                + "\ncontroller.quorum.bootstrap.servers=127.0.0.1:" + ports.get(Listener.CONTROLLER) + "\n";
    }

    private Process java(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
        processes.add(process);
        return process;
    }

    private void awaitReady() throws IOException {
        long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(READY_WITHIN_MS);
        try (var client = ClusterClient.open(
                ConnectionSettings.to(address(Listener.PLAIN)).withTimeoutMs(READY_WITHIN_MS))) {
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

    /** Where a listener is. */
    String address(Listener listener) {
        return "127.0.0.1:" + ports.get(listener);
    }

    @Override
    public void close() throws InterruptedException {
        for (var process : processes) {
            process.destroyForcibly().waitFor();
        }
    }
}
