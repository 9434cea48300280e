package dev.gregor.cli;

import dev.gregor.cli.context.ChosenCluster;
import dev.gregor.cli.context.ContextFile;
import dev.gregor.cli.context.Contexts;
import dev.gregor.cli.output.Screen;
import dev.gregor.cli.safety.Person;
import dev.gregor.cli.safety.Rails;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ConnectionSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What the commands of one process share: the environment, who can be asked, where results are shown, and in {@code gregor
 * console} the context in use and one client for all. Commands reach it through {@link ConnectionOptions}.
 *
 * <p>Owned by the thread that runs the commands; another one may {@link #stop} the running one, and {@link #close}.
 */
public final class Session implements AutoCloseable {
    private static final ChosenCluster.Level NOWHERE = new ChosenCluster.Level(Optional.empty(), Optional.empty());

    private final Map<String, String> environment;
    private final Person person;
    private final boolean keepsClient;
    private Screen screen;
    private Streams streams = Streams.ofProcess();
    private ChosenCluster.Level aim = NOWHERE;
    private Optional<Path> commandConfig = Optional.empty();
    private Rails rails = new Rails.Ask();
    private Optional<KeptClient> kept = Optional.empty();
    /** Read on another thread than the commands'. */
    private volatile Optional<Runnable> stop = Optional.empty();

    private record KeptClient(ConnectionSettings settings, ClusterClient client) {}

    private Session(Map<String, String> environment, Person person, Screen screen, boolean keepsClient) {
        this.environment = Map.copyOf(environment);
        this.person = person;
        this.screen = screen;
        this.keepsClient = keepsClient;
    }

    /** For one command of a process. */
    public static Session ofProcess() {
        return ofProcess(System.getenv());
    }

    /** For one command with this environment. */
    public static Session ofProcess(Map<String, String> environment) {
        return new Session(environment, Person.atTerminal(), Screen.ofProcess(environment), false);
    }

    /** For many commands, one after the other, that share a client until {@link #close}. */
    public static Session ofConsole(Map<String, String> environment, Person person, Screen screen) {
        return new Session(environment, person, screen, true);
    }

    /** The session of the tree this command stands in. */
    public static Session of(CommandSpec command) {
        return command.root().userObject() instanceof GregorCommand gregor ? gregor.session() : ofProcess();
    }

    /** The environment's variables. */
    public Map<String, String> environment() {
        return environment;
    }

    /** Who can be asked. */
    public Person person() {
        return person;
    }

    /** Where results are shown. */
    public Screen screen() {
        return screen;
    }

    /** From now on results are shown there. */
    public void showOn(Screen other) {
        screen = other;
    }

    /** What is read and written as bytes, for commands whose results are no text. */
    public Streams streams() {
        return streams;
    }

    /** From now on bytes are read from there and written there. */
    public void through(Streams other) {
        streams = other;
    }

    /**
     * How the running command is stopped in order while the process stays: Ctrl-C in a console, where a signal would end the
     * process elsewhere. Empty for one that an interrupt of its thread is good enough for.
     */
    public void stopBy(Optional<Runnable> stopping) {
        stop = stopping;
    }

    /** What the running command has set, for another thread to call. */
    public Optional<Runnable> stop() {
        return stop;
    }

    /** How far commands that change something go. */
    public Rails rails() {
        return rails;
    }

    /** From now on they go this far. */
    public void on(Rails other) {
        rails = other;
    }

    /** The contexts as their file has them now. */
    public Contexts contexts() {
        return ContextFile.of(environment).read();
    }

    /** What lines mean that name no cluster, whatever the environment says; empty until the session is told. */
    public ChosenCluster.Level aim() {
        return aim;
    }

    /** Client properties for the cluster of {@link #aim}. */
    public Optional<Path> commandConfig() {
        return commandConfig;
    }

    /** From now on lines that name no cluster mean this one. */
    public void aimAt(ChosenCluster.Level cluster, Optional<Path> properties) {
        aim = cluster;
        commandConfig = properties;
        close();
    }

    /**
     * Uses this context from now on.
     *
     * @throws dev.gregor.protocol.ClusterException when there is none of this name
     */
    public void use(String name) {
        var context = contexts().named(name).name();
        aimAt(new ChosenCluster.Level(Optional.of(context), Optional.empty()), Optional.empty());
    }

    /** A client with these settings; the caller closes it, also where it is shared. */
    public synchronized ClusterClient client(ConnectionSettings settings) {
        if (!keepsClient) {
            return ClusterClient.open(settings);
        }
        var key = settings.withTimeoutMs(ConnectionSettings.DEFAULT_TIMEOUT_MS);
        if (kept.isEmpty() || !kept.get().settings().equals(key)) {
            close();
            kept = Optional.of(new KeptClient(key, ClusterClient.open(key)));
        }
        return kept.get().client().lend(settings.timeoutMs());
    }

    /** Closes the shared client, also under a command that does not end otherwise; the next one opens one anew. */
    @Override
    public synchronized void close() {
        if (kept.isPresent()) {
            kept.get().client().close();
        }
        kept = Optional.empty();
    }
}
