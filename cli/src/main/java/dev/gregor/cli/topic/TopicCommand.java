package dev.gregor.cli.topic;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gregor topic}: the noun; its verbs do the work. */
@Command(
        name = "topic",
        mixinStandardHelpOptions = true,
        description = "List, describe, create, change and delete topics.")
public final class TopicCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a verb is missing");
    }
}
