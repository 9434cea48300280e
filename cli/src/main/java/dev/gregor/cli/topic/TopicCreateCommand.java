package dev.gregor.cli.topic;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.output.Counted;
import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.ChangeOptions;
import dev.gregor.cli.safety.Execution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor topic create}: exit 1 when the cluster refuses. */
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        description = "Create a topic.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gregor topic create payments -p 6 --yes",
            "  gregor topic create audit -c cleanup.policy=compact --if-not-exists --yes"
        })
public final class TopicCreateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private ChangeOptions change = new ChangeOptions();

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
        check("--partitions", partitions, Integer.MAX_VALUE);
        check("--replication-factor", replicationFactor, Short.MAX_VALUE);
        try (var client = connection.open()) {
            if (ifNotExists && new Topics(client).exists(name)) {
                return change.carryOut(connection, client, List.of(), Execution.oneByOne(none -> {}));
            }
            var topic = new TopicChanges.NewTopic(name, partitions, replicationFactor, Map.of(), configs);
            var added = Change.added("topic " + name, text()).undoneBy("topic", "delete", name);
            return change.carryOut(
                    connection,
                    client,
                    List.of(added),
                    Execution.oneByOne(ignored -> new TopicChanges(client).create(topic)));
        }
    }

    /** Below 1 the protocol means the default, and beyond what it can carry another number. */
    private void check(String option, Optional<Integer> number, int most) {
        if (number.isPresent() && (number.get() < 1 || number.get() > most)) {
            throw new ParameterException(spec.commandLine(), option + " takes 1 to " + most + ", not " + number.get());
        }
    }

    private String text() {
        var text = new StringBuilder(
                partitions.isPresent() ? Counted.of(partitions.get(), "partition") : "default partitions");
        replicationFactor.ifPresent(
                factor -> text.append(", replication factor ").append(factor));
        configs.forEach(
                (key, value) -> text.append(", ").append(key).append('=').append(value));
        return text.toString();
    }
}
