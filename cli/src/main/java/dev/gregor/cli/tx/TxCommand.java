package dev.gregor.cli.tx;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gregor tx}: the noun; its verbs do the work. */
@Command(
        name = "tx",
        mixinStandardHelpOptions = true,
        description = "Look at transactions, and end those that hang.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor tx list", "  gregor tx hanging"})
public final class TxCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a verb is missing");
    }
}
