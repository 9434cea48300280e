package dev.gregor.cli.topic;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor topic delete}: each topic's outcome is told; exit 1 when one could not be deleted. */
@Command(name = "delete", mixinStandardHelpOptions = true, description = "Delete topics and all their records.")
public final class TopicDeleteCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(arity = "1..*", paramLabel = "TOPIC", description = "Their names, each in full.")
    private List<String> names = List.of();

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() {
        if (!yes && !agreed()) {
            spec.commandLine().getErr().println("Nothing was deleted; --yes answers for you.");
            return ExitCode.FAILED;
        }
        boolean failed = false;
        try (var client = connection.open()) {
            for (var outcome : new TopicChanges(client).delete(names)) {
                if (outcome.error().isPresent()) {
                    failed = true;
                    spec.commandLine()
                            .getErr()
                            .println("gregor topic delete: " + outcome.topic() + ": "
                                    + outcome.error().get().getMessage());
                } else {
                    spec.commandLine().getOut().println("Deleted topic " + outcome.topic() + ".");
                }
            }
        }
        return failed ? ExitCode.FAILED : ExitCode.DONE;
    }

    private boolean agreed() {
        var console = System.console();
        if (console == null) {
            return false;
        }
        var answer = console.readLine("Delete %s with all records? [y/N] ", String.join(", ", names));
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }
}
