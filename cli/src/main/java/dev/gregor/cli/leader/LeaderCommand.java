package dev.gregor.cli.leader;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gregor leader}: the noun; its verbs do the work. */
@Command(
        name = "leader",
        mixinStandardHelpOptions = true,
        description = "Show who leads partitions, and elect other leaders.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor leader list", "  gregor leader elect orders --dry-run"})
public final class LeaderCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a verb is missing");
    }
}
