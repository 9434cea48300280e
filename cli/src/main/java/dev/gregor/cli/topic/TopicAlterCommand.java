package dev.gregor.cli.topic;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor topic alter}: raises the number of partitions; exit 1 when the cluster refuses. */
@Command(name = "alter", mixinStandardHelpOptions = true, description = "Add partitions to a topic.")
public final class TopicAlterCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(paramLabel = "TOPIC", description = "Its name.")
    private String name = "";

    @Option(
            names = {"-p", "--partitions"},
            required = true,
            paramLabel = "N",
            description = "How many partitions there shall be; keys move to other partitions with that.")
    private int partitions;

    @Override
    public Integer call() {
        try (var client = connection.open()) {
            for (var outcome : new TopicChanges(client).createPartitions(Map.of(name, Optional.empty()), partitions)) {
                if (outcome.error().isPresent()) {
                    throw outcome.error().get();
                }
            }
            spec.commandLine().getOut().println("Topic " + name + " has " + partitions + " partitions.");
        }
        return ExitCode.DONE;
    }
}
