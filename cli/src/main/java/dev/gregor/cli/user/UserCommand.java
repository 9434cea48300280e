package dev.gregor.cli.user;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gregor user}: the noun; its verbs do the work. */
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        description = "List, add and remove SCRAM users.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor user list", "  gregor user remove billing --dry-run"})
public final class UserCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a verb is missing");
    }
}
