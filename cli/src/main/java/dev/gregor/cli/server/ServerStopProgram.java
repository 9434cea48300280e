package dev.gregor.cli.server;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * {@code kafka-server-stop.sh [--process-role=ROLE] [--node-id=ID]} (KIP-979): asks brokers on this machine to end, all or the ones
 * named, with the signal in {@code $SIGNAL}, else SIGTERM. Exit 1 when none runs.
 */
public final class ServerStopProgram implements Program {
    private static final String DEFAULT_SIGNAL = "TERM";

    @Override
    public int run(Streams streams, String[] arguments) throws IOException, InterruptedException {
        var nodeId = value(arguments, "--node-id=");
        var role = value(arguments, "--process-role=");
        if (nodeId.isPresent() && role.isPresent()) {
            streams.out()
                    .println(
                            "When both node-id and process-role are provided, the value for node-id will take precedence");
        }
        var servers = ServerProcess.all();
        if (servers.isEmpty()) {
            streams.out().println("No kafka server to stop");
            return 1;
        }
        int exitCode = 0;
        for (var server : servers) {
            if (isMeant(server, nodeId, role) && !signal(server)) {
                streams.err()
                        .println("process " + server.process().pid()
                                + " could not be signalled: it belongs to someone else, or has just ended");
                exitCode = 1;
            }
        }
        return exitCode;
    }

    private static boolean isMeant(ServerProcess server, Optional<String> nodeId, Optional<String> role) {
        if (nodeId.isPresent()) {
            return server.configured("node.id").equals(nodeId);
        }
        return role.isEmpty() || server.configured("process.roles").equals(role);
    }

    private static boolean signal(ServerProcess server) throws IOException, InterruptedException {
        var signal = Optional.ofNullable(System.getenv("SIGNAL")).orElse(DEFAULT_SIGNAL);
        if (signal.equals(DEFAULT_SIGNAL)) {
            return server.process().destroy();
        }
        var kill = List.of("kill", "-s", signal, Long.toString(server.process().pid()));
        return new ProcessBuilder(kill).start().waitFor() == 0;
    }

    private static Optional<String> value(String[] arguments, String prefix) {
        for (var argument : arguments) {
            if (argument.startsWith(prefix)) {
                return Optional.of(argument.substring(prefix.length()));
            }
        }
        return Optional.empty();
    }
}
