package dev.gregor.cli.context;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gregor context}: the noun; its verbs do the work. */
@Command(
        name = "context",
        mixinStandardHelpOptions = true,
        description = "Clusters by name: where they are, how to talk to them, how careful to be.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor context add dev --bootstrap localhost:9092 --replace", "  gregor context list"})
public final class ContextCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a verb is missing");
    }
}
