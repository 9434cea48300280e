package dev.gregor.conformance.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * What outlives a broker's process: its {@code server.properties}, its data and its ports. Processes of any kind can be
 * started on it one after the other. Closing it ends what still runs and deletes the folder.
 */
public final class ServerHome implements AutoCloseable {
    private final Path folder;
    private final ReservedPorts ports;
    private final List<RunningServer> servers = new ArrayList<>();

    private ServerHome(Path folder, ReservedPorts ports) {
        this.folder = folder;
        this.ports = ports;
    }

    /** A new home in a temporary folder, configured as Apache Kafka ships but for ports and folders. */
    public static ServerHome create() {
        return create(Map.of());
    }

    /** @param overrides keys of {@code server.properties} that differ from the shipped file */
    public static ServerHome create(Map<String, String> overrides) {
        try {
            var home = new ServerHome(Files.createTempDirectory("gregor-conformance-"), ReservedPorts.reserve(2));
            home.configure(overrides);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes {@code server.properties} anew, as shipped but for these keys; takes effect with the next start. */
    public void configure(Map<String, String> overrides) {
        var properties = shipped();
        properties.putAll(overrides);
        var text = new StringBuilder();
        properties.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        try {
            Files.writeString(properties(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a broker and waits until it serves; fails with the end of its log if it does not. */
    public RunningServer start(ServerKind kind) {
        var server = launch(kind);
        server.awaitReady();
        return server;
    }

    /** Starts a process and does not wait for anything: it may well refuse to serve. */
    public RunningServer launch(ServerKind kind) {
        var log = folder.resolve("server-" + servers.size() + ".out");
        var server = RunningServer.launch(kind.command(this), log, port());
        servers.add(server);
        return server;
    }

    /** Formats the data folder with Apache Kafka's own tool, unless it has been formatted before. */
    public void formatIfEmpty() {
        if (!Files.exists(data().resolve("meta.properties"))) {
            format(Uuid.randomUuid().toString());
        }
    }

    /** Formats the data folder for a cluster with Apache Kafka's own tool. */
    public void format(String clusterId) {
        var arguments = new String[] {
            "format",
            "--standalone",
            "--cluster-id",
            clusterId,
            "--config",
            properties().toString()
        };
        var output = new ByteArrayOutputStream();
        if (StorageTool.execute(arguments, new PrintStream(output, true, StandardCharsets.UTF_8)) != 0) {
            throw new IllegalStateException(output.toString(StandardCharsets.UTF_8));
        }
    }

    public Path folder() {
        return folder;
    }

    /** The one folder of {@code log.dirs}, unless overridden. */
    public Path data() {
        return folder.resolve("data");
    }

    public Path properties() {
        return folder.resolve("server.properties");
    }

    public int port() {
        return ports.port(0);
    }

    /** What clients are told: {@code host:port}. */
    public String bootstrap() {
        return "127.0.0.1:" + port();
    }

    @Override
    public void close() {
        servers.forEach(RunningServer::kill);
        ports.close();
        delete(folder);
    }

    private Map<String, String> shipped() {
        var controller = "127.0.0.1:" + ports.port(1);
        var properties = new LinkedHashMap<String, String>();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.bootstrap.servers", controller);
        properties.put("listeners", "PLAINTEXT://" + bootstrap() + ",CONTROLLER://" + controller);
        properties.put("inter.broker.listener.name", "PLAINTEXT");
        properties.put("advertised.listeners", "PLAINTEXT://" + bootstrap() + ",CONTROLLER://" + controller);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put(
                "listener.security.protocol.map",
                "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SSL:SSL,SASL_PLAINTEXT:SASL_PLAINTEXT,SASL_SSL:SASL_SSL");
        properties.put("num.network.threads", "3");
        properties.put("num.io.threads", "8");
        properties.put("socket.send.buffer.bytes", "102400");
        properties.put("socket.receive.buffer.bytes", "102400");
        properties.put("socket.request.max.bytes", "104857600");
        properties.put("log.dirs", data().toString());
        properties.put("num.partitions", "1");
        properties.put("num.recovery.threads.per.data.dir", "2");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("log.retention.hours", "168");
        properties.put("log.segment.bytes", "1073741824");
        properties.put("log.retention.check.interval.ms", "300000");
        return properties;
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
