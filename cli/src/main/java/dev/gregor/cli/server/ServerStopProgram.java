package dev.gregor.cli.server;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.dropin.DropIn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code kafka-server-stop.sh [--process-role=ROLE] [--node-id=ID]} (KIP-979): asks brokers on this machine to end, all or the ones
 * named, with the signal in {@code $SIGNAL}, else SIGTERM. Exit 1 when none runs. A word it does not know stops nothing: Apache
 * Kafka's script passes over it, so that a mistyped {@code --node-id} ends every broker of the machine.
 */
public final class ServerStopProgram implements Program {
    private static final String DEFAULT_SIGNAL = "TERM";
    private static final String NODE_ID = "--node-id=";
    private static final String ROLE = "--process-role=";
    private static final String USAGE =
            "USAGE: kafka-server-stop.sh [--process-role=broker|controller] [--node-id=ID]; without them, every broker here";

    @Override
    public int run(Streams streams, String[] words) throws IOException, InterruptedException {
        var arguments = joined(words);
        for (var argument : arguments) {
            if (argument.equals("--version")) {
                streams.out().println(DropIn.VERSION_TEXT);
                return 0;
            }
            if (argument.equals("--help")) {
                streams.out().println(USAGE);
                return 0;
            }
            if (!argument.startsWith(NODE_ID) && !argument.startsWith(ROLE)) {
                streams.err().println(argument + " is not a recognized option; nothing was stopped");
                streams.err().println(USAGE);
                return 1;
            }
        }
        var nodeId = value(arguments, NODE_ID);
        var role = value(arguments, ROLE);
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

    /** An option and its value in two words, as the shells complete them, are one. */
    private static List<String> joined(String[] words) {
        var joined = new ArrayList<String>();
        for (int i = 0; i < words.length; i++) {
            var assigned = words[i] + "=";
            boolean takesNext = (assigned.equals(NODE_ID) || assigned.equals(ROLE)) && i + 1 < words.length;
            joined.add(takesNext ? assigned + words[++i] : words[i]);
        }
        return joined;
    }

    private static boolean isMeant(ServerProcess server, Optional<String> nodeId, Optional<String> role) {
        if (nodeId.isPresent()) {
            return server.configured("node.id").equals(nodeId);
        }
        return role.isEmpty() || server.configured("process.roles").equals(role);
    }

    private static boolean signal(ServerProcess server) throws IOException, InterruptedException {
        var signal = Optional.ofNullable(System.getenv("SIGNAL"))
                .filter(given -> !given.isEmpty())
                .orElse(DEFAULT_SIGNAL);
        if (signal.equals(DEFAULT_SIGNAL)) {
            return server.process().destroy();
        }
        var kill = List.of("kill", "-s", signal, Long.toString(server.process().pid()));
        return new ProcessBuilder(kill).start().waitFor() == 0;
    }

    private static Optional<String> value(List<String> arguments, String prefix) {
        for (var argument : arguments) {
            if (argument.startsWith(prefix)) {
                return Optional.of(argument.substring(prefix.length()));
            }
        }
        return Optional.empty();
    }
}
