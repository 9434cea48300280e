package dev.gregor.cli.demo;

import dev.gregor.cli.clients.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor demo}: exit 0 when every check held, 1 when one did not, 2 on misuse. */
@Command(
        name = "demo",
        description = "Start a broker, send every line of a file through it, and check what comes back.",
        footer = {
            "",
            "Examples:",
            "  gregor demo                      lines that this machine has",
            "  gregor demo --keep access.log    your own, and the broker stays"
        })
public final class DemoCommand implements Callable<Integer> {
    private static final int MAX_PORT = 65_535;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "The text whose lines are sent; else one of at least 10,000 lines that is at hand.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--keep", description = "Leave the broker running at the end, and say where it is.")
    private boolean keep;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "The broker's port on 127.0.0.1; else a free one.")
    private int port;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("unused") // picocli's
    private boolean help;

    @Override
    public Integer call() throws Exception {
        if (file.isPresent() && !Files.isReadable(file.get())) {
            throw new ParameterException(spec.commandLine(), "no such file, or not readable: " + file.get());
        }
        if (port < 0 || port > MAX_PORT) {
            throw new ParameterException(spec.commandLine(), "--port " + port + " is not between 0 and " + MAX_PORT);
        }
        var source = file.isPresent() ? Source.of(file.get()) : Source.byDefault(home());
        var stdout = new PrintStream(new FileOutputStream(FileDescriptor.out), false, Charset.defaultCharset());
        var transcript = new Transcript(stdout, Terminal.isInteractive());
        return new Demo(source, BrokerLaunch.ofThisProgram(), port, keep, transcript).play();
    }

    /** The checkout this was built in: the nearest folder above our jar with {@code bin/gregor} in it. */
    private static Optional<Path> home() {
        var source = DemoCommand.class.getProtectionDomain().getCodeSource();
        if (source == null || !source.getLocation().getProtocol().equals("file")) {
            return Optional.empty();
        }
        var folder = Path.of(URI.create(source.getLocation().toString()));
        while (folder != null && !Files.exists(folder.resolve("bin").resolve("gregor"))) {
            folder = folder.getParent();
        }
        return Optional.ofNullable(folder);
    }
}
