package dev.gregor.cli;

import dev.gregor.broker.Broker;
import dev.gregor.broker.config.BrokerConfig;
import dev.gregor.cli.output.Screen;
import dev.gregor.cli.safety.Person;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gregor's broker in this process on an empty folder, and {@code gregor} lines against it. */
public final class FreshCluster implements AutoCloseable {
    private final AutoCloseable broker;
    private final String address;
    private final String id;
    private final Map<String, String> environment = new HashMap<>();

    /** What a line ended with and said. */
    public record Result(int exitCode, String out, String err) {}

    /** Its files, the contexts and the undo files stand in the folder. */
    public FreshCluster(Path folder) {
        var started = Broker.start(BrokerConfig.load(
                Optional.empty(),
                Map.of(),
                List.of(
                        "log.dirs=" + folder.resolve("data"),
                        "listeners=PLAINTEXT://127.0.0.1:0",
                        "offsets.topic.num.partitions=1",
                        "group.initial.rebalance.delay.ms=0")));
        broker = started;
        address = "127.0.0.1:" + started.boundAddress("PLAINTEXT").getPort();
        id = started.clusterId();
        prepare(folder);
    }

    /** Another broker that is up already; closed with this. */
    public FreshCluster(Path folder, String address, AutoCloseable broker) {
        this.broker = broker;
        this.address = address;
        this.id = "";
        prepare(folder);
    }

    private void prepare(Path folder) {
        environment.put("GREGOR_CONFIG", folder.resolve("contexts.json").toString());
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
        environment.put("HOME", folder.toString());
        environment.put("GREGOR_BOOTSTRAP_SERVER", address);
    }

    /** {@code host:port}. */
    public String address() {
        return address;
    }

    /** The cluster's id. */
    public String id() {
        return id;
    }

    /** The variables its lines see; the test's to change. */
    public Map<String, String> environment() {
        return environment;
    }

    /** Runs a line of {@code gregor} in a script: nobody can be asked. */
    public Result gregor(String... words) {
        return gregor(question -> Optional.empty(), "", words);
    }

    /** Runs a line of {@code gregor} with someone to ask and something on stdin. */
    public Result gregor(Person person, String input, String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var streams = new Streams(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        try (var session = Session.ofConsole(environment, person, Screen.NONE)) {
            int exitCode = GregorProgram.run(session, streams, words);
            streams.out().flush();
            return new Result(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        try {
            broker.close();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
