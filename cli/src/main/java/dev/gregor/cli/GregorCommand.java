package dev.gregor.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gregor} itself: without a noun it has nothing to do. */
@Command(
        name = "gregor",
        description = "Runs and looks after Kafka clusters.",
        versionProvider = VersionText.class,
        synopsisSubcommandLabel = "COMMAND")
final class GregorCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    private final Session session;

    GregorCommand(Session session) {
        this.session = session;
    }

    Session session() {
        return session;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
