package dev.gregor.cli.group;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gregor group}: the noun; its verbs do the work, for groups of all four kinds. */
@Command(
        name = "group",
        mixinStandardHelpOptions = true,
        description = "List, describe, watch, reset and delete groups: classic, consumer, share and streams.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor group lag", "  gregor group describe billing"})
public final class GroupCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a verb is missing");
    }
}
