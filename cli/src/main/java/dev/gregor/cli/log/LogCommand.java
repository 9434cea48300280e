package dev.gregor.cli.log;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gregor log}: the noun; its verbs do the work. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description = "Look into the files of logs, without a broker or under a running one; nothing is written.")
public final class LogCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a verb is missing");
    }
}
