package dev.gregor.cli.cluster;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gregor cluster}: the noun; its verbs do the work. */
@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        description = "Look at a cluster as a whole.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor cluster info", "  gregor cluster doctor"})
public final class ClusterCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a verb is missing");
    }
}
