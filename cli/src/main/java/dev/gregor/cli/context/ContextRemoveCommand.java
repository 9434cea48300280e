package dev.gregor.cli.context;

import dev.gregor.cli.ExitCode;
import dev.gregor.cli.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor context remove}: the cluster itself is not touched; exit 1 when there is no such context. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Forget a context; the cluster is not touched.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor context remove old", "  gregor context remove dev"})
public final class ContextRemoveCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "One that 'gregor context list' shows.")
    private String name = "";

    @Override
    public Integer call() {
        var file = ContextFile.of(Session.of(spec).environment());
        file.write(file.read().without(name));
        spec.commandLine().getOut().println("Removed context " + name + ".");
        return ExitCode.DONE;
    }
}
