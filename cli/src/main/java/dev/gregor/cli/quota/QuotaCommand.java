package dev.gregor.cli.quota;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gregor quota}: the noun; its verbs do the work. */
@Command(
        name = "quota",
        mixinStandardHelpOptions = true,
        description = "List, set and remove what users, clients and addresses may use.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor quota list", "  gregor quota set --user billing producer_byte_rate=1048576 --yes"})
public final class QuotaCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a verb is missing");
    }
}
