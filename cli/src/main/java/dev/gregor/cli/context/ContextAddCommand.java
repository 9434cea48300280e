package dev.gregor.cli.context;

import dev.gregor.cli.ExitCode;
import dev.gregor.cli.Session;
import dev.gregor.cli.context.Context.Care;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor context add}: talks to no cluster; exit 2 when there is such a context and {@code --replace} is missing. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Add a cluster under a name; the first one becomes the current one.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gregor context add dev --bootstrap localhost:9092 --replace",
            "  gregor context add prod -b localhost:9092 --protected --replace"
        })
public final class ContextAddCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Letters, digits, '.', '_' and '-'.")
    private String name = "";

    @Option(
            names = {"-b", "--bootstrap", "--bootstrap-server"},
            required = true,
            paramLabel = "HOST:PORT",
            description = "Where to ask first; several with commas between them.")
    private String bootstrap = "";

    @Option(
            names = {"--config", "--command-config"},
            paramLabel = "FILE",
            description = "Properties of a Kafka client; read anew by each command.")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = {"-p", "--property"},
            paramLabel = "KEY=VALUE",
            description = "A client property that wins over the file; may be repeated. A value may hold $${env:NAME},"
                    + " $${file:PATH} and $${command:LINE}, which are looked up when needed.")
    private Map<String, String> properties = new LinkedHashMap<>();

    @ArgGroup
    private Carefulness carefulness = new Carefulness();

    @Option(names = "--cluster-id", paramLabel = "ID", description = "Change nothing on a cluster of another id.")
    private Optional<String> clusterId = Optional.empty();

    @Option(names = "--replace", description = "Take the place of a context of this name.")
    private boolean replace;

    /** One of them at most. */
    static final class Carefulness {
        @Option(names = "--read-only", description = "Refuse everything that would change the cluster.")
        private boolean readOnly;

        @Option(names = "--protected", description = "Have the context's name typed before anything is changed.")
        private boolean guarded;

        Care care() {
            return readOnly ? Care.READ_ONLY : guarded ? Care.PROTECTED : Care.NORMAL;
        }
    }

    @Override
    public Integer call() {
        if (!Context.isName(name)) {
            throw new ParameterException(
                    spec.commandLine(), "'" + name + "' is no name for a context: letters, digits, '.', '_', '-'");
        }
        if (config.isPresent() && !Files.isReadable(config.get())) {
            throw new ParameterException(spec.commandLine(), "no such file, or not readable: " + config.get());
        }
        var file = ContextFile.of(Session.of(spec).environment());
        var contexts = file.read();
        if (!replace && contexts.find(name).isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "there is a context '" + name + "'; --replace takes its place");
        }
        var added = new Context(
                name,
                bootstrap,
                config.map(path -> path.toAbsolutePath().normalize().toString()),
                properties,
                carefulness.care(),
                clusterId);
        var all = contexts.with(added);
        file.write(all);
        var err = spec.commandLine().getErr();
        properties.forEach((key, value) -> {
            if (SecretReferences.isPlainSecret(key, value)) {
                err.println(key + " is now in " + file + " as it is; ${env:NAME}, ${file:PATH} or ${command:LINE} keeps"
                        + " it elsewhere.");
            }
        });
        boolean current = all.current().isPresent() && all.current().get().equals(name);
        spec.commandLine()
                .getOut()
                .println("Added context " + name
                        + (current
                                ? ", which is the current one."
                                : "; 'gregor context use " + name + "' makes it the current one."));
        return ExitCode.DONE;
    }
}
