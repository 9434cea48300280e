package dev.gregor.cli;

import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ConnectionSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.Option;

/** The options of every {@code gregor} command that talks to a cluster. Precedence: option, environment, default. */
public final class ConnectionOptions {
    private static final String DEFAULT_BOOTSTRAP = "localhost:9092";

    @Option(
            names = {"-b", "--bootstrap-server"},
            paramLabel = "HOST:PORT",
            description = "Where to ask first; several with commas between them. Else $GREGOR_BOOTSTRAP_SERVER, else "
                    + DEFAULT_BOOTSTRAP + ".")
    private Optional<String> bootstrapServer = Optional.empty();

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

    /** A client for this cluster; it connects with its first question. */
    public ClusterClient open() {
        return ClusterClient.open(settings());
    }

    /** The same as settings, for those who bring their own client. */
    public ConnectionSettings settings() {
        return ConnectionSettings.to(bootstrap(), properties()).withTimeoutMs(Math.max(1, timeoutSeconds) * 1000);
    }

    /** The addresses as given. */
    public String bootstrap() {
        var environment = Optional.ofNullable(System.getenv("GREGOR_BOOTSTRAP_SERVER"));
        return bootstrapServer.or(() -> environment).orElse(DEFAULT_BOOTSTRAP);
    }

    /** The client properties of {@code --command-config}, without the addresses. */
    public Properties properties() {
        return commandConfig.map(ConnectionSettings::readProperties).orElseGet(Properties::new);
    }

    /** Whether failures are told in full. */
    public boolean verbose() {
        return verbose;
    }
}
