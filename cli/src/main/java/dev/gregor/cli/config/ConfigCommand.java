package dev.gregor.cli.config;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gregor config}: the noun; its verbs do the work. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Show and change configs of topics, brokers, loggers, groups and client metrics.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor config list topic orders", "  gregor config set topic orders retention.ms=86400000 --yes"})
public final class ConfigCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a verb is missing");
    }
}
