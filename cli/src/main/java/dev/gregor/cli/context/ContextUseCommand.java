package dev.gregor.cli.context;

import dev.gregor.cli.ExitCode;
import dev.gregor.cli.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor context use}: exit 1 when there is no such context. */
@Command(
        name = "use",
        mixinStandardHelpOptions = true,
        description = "Make a context the current one.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor context use dev", "  gregor context use prod"})
public final class ContextUseCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "One that 'gregor context list' shows.")
    private String name = "";

    @Override
    public Integer call() {
        var file = ContextFile.of(Session.of(spec).environment());
        var contexts = file.read().using(name);
        file.write(contexts);
        var context = contexts.named(name);
        spec.commandLine().getOut().println("Now using " + name + " (" + context.bootstrap() + ").");
        return ExitCode.DONE;
    }
}
