package dev.gregor.cli;

import dev.gregor.cli.context.ChosenCluster;
import dev.gregor.cli.context.Context;
import dev.gregor.cli.context.Contexts;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ConnectionSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The options of every {@code gregor} command that talks to a cluster. Precedence: option, a console's context,
 * environment, current context, default; see {@link ChosenCluster}.
 */
public final class ConnectionOptions {
    private static final int MS_PER_SECOND = 1_000;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec mixee;

    @Option(
            names = {"-b", "--bootstrap-server"},
            paramLabel = "HOST:PORT",
            description = "Where to ask first; several with commas between them. Else $GREGOR_BOOTSTRAP_SERVER, the"
                    + " context, localhost:9092.")
    private Optional<String> bootstrapServer = Optional.empty();

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "The cluster of this name ('gregor context list'). Else $GREGOR_CONTEXT, the current one.")
    private Optional<String> context = Optional.empty();

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Properties of a Kafka client: security.protocol, client.id and so on.")
    private Optional<Path> commandConfig = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long to try before giving up (default: ${DEFAULT-VALUE}).")
    private int timeoutSeconds;

    @Option(names = "--verbose", description = "Show the whole story of a failure.")
    private boolean verbose;

    private Optional<Session> session = Optional.empty();
    private Optional<ChosenCluster> chosen = Optional.empty();

    /** A client for this cluster; it connects with its first question. */
    public ClusterClient open() {
        return session().client(settings());
    }

    /** The same as settings, for those who bring their own client. */
    public ConnectionSettings settings() {
        return ConnectionSettings.to(bootstrap(), properties()).withTimeoutMs(timeoutMs());
    }

    private Optional<Path> commandConfig() {
        return commandConfig.isPresent() || isGiven()
                ? commandConfig
                : session().commandConfig();
    }

    private int timeoutMs() {
        return Math.min(Math.max(1, timeoutSeconds), Integer.MAX_VALUE / MS_PER_SECOND) * MS_PER_SECOND;
    }

    /** The addresses. */
    public String bootstrap() {
        return cluster().bootstrap();
    }

    /** The client properties of the context and of {@code --command-config}, without the addresses. */
    public Properties properties() {
        var properties = cluster().properties(session().environment());
        var file = commandConfig();
        if (file.isPresent()) {
            properties.putAll(ConnectionSettings.readProperties(file.get()));
        }
        return properties;
    }

    /** Which cluster the line means. */
    public ChosenCluster cluster() {
        if (chosen.isEmpty()) {
            chosen = Optional.of(ChosenCluster.of(levels(), new ContextsOf(session())));
        }
        return chosen.get();
    }

    /** Reads them when they are needed. A class: a lambda costs a command's start milliseconds. */
    private record ContextsOf(Session session) implements Supplier<Contexts> {
        @Override
        public Contexts get() {
            return session.contexts();
        }
    }

    private List<ChosenCluster.Level> levels() {
        return List.of(
                new ChosenCluster.Level(context, bootstrapServer),
                session().aim(),
                ChosenCluster.Level.of(session().environment()));
    }

    /** What the line itself says, for a session whose lines all mean the same. */
    public void aim(Session session) {
        session.aimAt(new ChosenCluster.Level(context, bootstrapServer), commandConfig);
    }

    /** Whether the line itself says which cluster it means. */
    public boolean isGiven() {
        return context.isPresent() || bootstrapServer.isPresent();
    }

    /** The words of a line that mean the same cluster, wherever the context of today moves. */
    public List<String> words() {
        var words = new ArrayList<String>();
        if (cluster().context().isPresent()) {
            words.addAll(List.of("--context", cluster().context().get().name()));
        }
        var ofContext = cluster().context().map(Context::bootstrap);
        if (ofContext.isEmpty() || !ofContext.get().equals(bootstrap())) {
            words.addAll(List.of("--bootstrap-server", bootstrap()));
        }
        var file = commandConfig();
        if (file.isPresent()) {
            words.addAll(List.of("--command-config", file.get().toAbsolutePath().toString()));
        }
        return words;
    }

    /** The words of a line that tries as long. */
    public List<String> patience() {
        return List.of("--timeout", String.valueOf(timeoutSeconds));
    }

    /** Means the cluster of these {@link #words} from now on. */
    public void adopt(List<String> words) {
        for (int i = 0; i + 1 < words.size(); i += 2) {
            var value = Optional.of(words.get(i + 1));
            switch (words.get(i)) {
                case "--context" -> context = value;
                case "--bootstrap-server" -> bootstrapServer = value;
                case "--command-config" -> commandConfig = value.map(Path::of);
                default -> throw new IllegalArgumentException("'" + words.get(i) + "' names no cluster");
            }
        }
        chosen = Optional.empty();
    }

    /** What this command shares with others. */
    public Session session() {
        if (session.isEmpty()) {
            session = Optional.of(Session.of(mixee));
        }
        return session.get();
    }

    /** Whether failures are told in full. */
    public boolean verbose() {
        return verbose;
    }
}
