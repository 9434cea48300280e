package dev.gregor.cli.console;

import dev.gregor.cli.Session;
import dev.gregor.cli.context.ChosenCluster;
import dev.gregor.cli.context.Context;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ConnectionSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The cluster that the console's lines mean where they name none. Owned by the console's main thread. */
final class ConsoleCluster {
    private final Session session;
    private Optional<Known> known = Optional.empty();

    /** Settings that have been made: a context's secrets are not looked up at each prompt. */
    private record Known(ChosenCluster cluster, Optional<Path> commandConfig, ConnectionSettings settings) {}

    ConsoleCluster(Session session) {
        this.session = session;
    }

    /** From now on lines mean this context. */
    void use(String context) {
        session.use(context);
        known = Optional.empty();
    }

    /** How the prompt names it. */
    String name() {
        try {
            var chosen = chosen();
            return chosen.context().map(Context::name).orElse(briefly(chosen.bootstrap()));
        } catch (ClusterException noSuchContext) {
            return "no context";
        }
    }

    /** The first address, and how many more. */
    private static String briefly(String bootstrap) {
        var addresses = bootstrap.split(",");
        return addresses.length < 2 ? bootstrap : addresses[0] + " +" + (addresses.length - 1);
    }

    /** How careful commands are with it. */
    Context.Care care() {
        try {
            return chosen().context().map(Context::care).orElse(Context.Care.NORMAL);
        } catch (ClusterException noSuchContext) {
            return Context.Care.NORMAL;
        }
    }

    /** How to reach it; empty when its settings cannot be understood, which the next command will say. */
    Optional<ConnectionSettings> settings() {
        try {
            var chosen = chosen();
            var commandConfig = session.commandConfig();
            if (known.isEmpty()
                    || !known.get().cluster().equals(chosen)
                    || !known.get().commandConfig().equals(commandConfig)) {
                var properties = chosen.properties(session.environment());
                commandConfig.ifPresent(file -> properties.putAll(ConnectionSettings.readProperties(file)));
                known = Optional.of(
                        new Known(chosen, commandConfig, ConnectionSettings.to(chosen.bootstrap(), properties)));
            }
            return Optional.of(known.get().settings());
        } catch (ClusterException | IllegalArgumentException notUnderstood) {
            return Optional.empty();
        }
    }

    private ChosenCluster chosen() {
        var levels = List.of(session.aim(), ChosenCluster.Level.of(session.environment()));
        return ChosenCluster.of(levels, session::contexts);
    }
}
