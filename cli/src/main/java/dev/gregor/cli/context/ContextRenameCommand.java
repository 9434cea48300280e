package dev.gregor.cli.context;

import dev.gregor.cli.ExitCode;
import dev.gregor.cli.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor context rename}: exit 1 when there is no such context, 2 when the new name is taken or none. */
@Command(
        name = "rename",
        mixinStandardHelpOptions = true,
        description = "Give a context another name.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor context rename dev test", "  gregor context rename prod prod-eu"})
public final class ContextRenameCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", description = "One that 'gregor context list' shows.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "NEW-NAME", description = "Letters, digits, '.', '_' and '-'.")
    private String newName = "";

    @Override
    public Integer call() {
        if (!Context.isName(newName)) {
            throw new ParameterException(
                    spec.commandLine(), "'" + newName + "' is no name for a context: letters, digits, '.', '_', '-'");
        }
        var file = ContextFile.of(Session.of(spec).environment());
        var contexts = file.read();
        if (contexts.find(newName).isPresent()) {
            throw new ParameterException(spec.commandLine(), "there is a context '" + newName + "' already");
        }
        file.write(contexts.renamed(name, newName));
        spec.commandLine().getOut().println("Renamed context " + name + " to " + newName + ".");
        return ExitCode.DONE;
    }
}
