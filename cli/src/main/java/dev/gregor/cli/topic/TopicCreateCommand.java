package dev.gregor.cli.topic;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ErrorCodes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor topic create}: exit 1 when the cluster refuses. */
@Command(name = "create", mixinStandardHelpOptions = true, description = "Create a topic.")
public final class TopicCreateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(paramLabel = "TOPIC", description = "Its name.")
    private String name = "";

    @Option(
            names = {"-p", "--partitions"},
            paramLabel = "N",
            description = "How many partitions; else the cluster's default.")
    private Optional<Integer> partitions = Optional.empty();

    @Option(
            names = {"-r", "--replication-factor"},
            paramLabel = "N",
            description = "Replicas of each partition; else the cluster's default.")
    private Optional<Integer> replicationFactor = Optional.empty();

    @Option(
            names = {"-c", "--config"},
            paramLabel = "KEY=VALUE",
            description = "A config of the topic; may be repeated.")
    private Map<String, String> configs = new LinkedHashMap<>();

    @Option(names = "--if-not-exists", description = "Do nothing when there is such a topic.")
    private boolean ifNotExists;

    @Override
    public Integer call() {
        try (var client = connection.open()) {
            new TopicChanges(client)
                    .create(new TopicChanges.NewTopic(name, partitions, replicationFactor, Map.of(), configs));
            spec.commandLine().getOut().println("Created topic " + name + ".");
        } catch (ApiErrorException refused) {
            if (refused.code() != ErrorCodes.TOPIC_ALREADY_EXISTS || !ifNotExists) {
                throw refused;
            }
        }
        return ExitCode.DONE;
    }
}
