package dev.gregor.cli.topic;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.names.Globs;
import dev.gregor.cli.output.Counted;
import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.ChangeOptions;
import dev.gregor.cli.safety.Outcome;
import dev.gregor.protocol.ClusterClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gregor topic delete}: each topic's outcome is told; exit 1 when one could not be deleted. */
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description = "Delete topics and all their records.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor topic delete orders --dry-run", "  gregor topic delete 'ord*' --yes"})
public final class TopicDeleteCommand implements Callable<Integer> {
    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "TOPIC",
            description = "Their names; * and ? stand for any letters and for one, but not in the names of Kafka's own"
                    + " topics.")
    private List<String> names = List.of();

    @Option(names = "--if-exists", description = "Do nothing for topics that are not there.")
    private boolean ifExists;

    @Override
    public Integer call() {
        try (var client = connection.open()) {
            var changes = new ArrayList<Change>();
            var topics = new Topics(client);
            var meant = topics.meant(ifExists ? present(topics.names()) : names);
            meant.forEach((name, partitions) -> changes.add(
                    Change.removed("topic " + name, Counted.of(partitions, "partition") + " and all records")));
            return options.carryOut(
                    connection, client, changes, agreed -> delete(client, List.copyOf(meant.keySet()), agreed));
        }
    }

    private List<String> present(List<String> topics) {
        return names.stream().filter(name -> Globs.fitsAny(name, topics)).toList();
    }

    private static List<Outcome> delete(ClusterClient client, List<String> names, List<Change> changes) {
        var errors = new HashMap<String, String>();
        for (var outcome : new TopicChanges(client).delete(names)) {
            outcome.error().ifPresent(error -> errors.put(outcome.topic(), String.valueOf(error.getMessage())));
        }
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < names.size(); i++) {
            outcomes.add(new Outcome(changes.get(i), Optional.ofNullable(errors.get(names.get(i)))));
        }
        return outcomes;
    }
}
