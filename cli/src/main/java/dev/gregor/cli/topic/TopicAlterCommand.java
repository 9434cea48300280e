package dev.gregor.cli.topic;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.output.Counted;
import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.ChangeOptions;
import dev.gregor.cli.safety.Execution;
import dev.gregor.protocol.ClusterException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gregor topic alter}: raises the number of partitions; exit 1 when the cluster refuses one. */
@Command(
        name = "alter",
        mixinStandardHelpOptions = true,
        description = "Add partitions to topics.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gregor topic alter orders --partitions 6 --yes",
            "  gregor topic alter 'ord*' --partitions 12 --dry-run"
        })
public final class TopicAlterCommand implements Callable<Integer> {
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

    @Option(
            names = {"-p", "--partitions"},
            required = true,
            paramLabel = "N",
            description = "How many partitions there shall be; keys move to other partitions with that.")
    private int partitions;

    @Override
    public Integer call() {
        try (var client = connection.open()) {
            var changes = new ArrayList<Change>();
            var topics = new HashMap<Change, String>();
            for (var topic : new Topics(client).meant(names).entrySet()) {
                var name = topic.getKey();
                int now = topic.getValue();
                if (now > partitions) {
                    throw new ClusterException("topic " + name + " has " + Counted.of(now, "partition")
                            + ", and Kafka cannot take any away;"
                            + " make a new topic and move the records. Nothing was changed.");
                }
                if (now < partitions) {
                    var change = Change.of(
                            "topic " + name, Counted.of(now, "partition"), Counted.of(partitions, "partition"));
                    changes.add(change);
                    topics.put(change, name);
                }
            }
            return options.carryOut(connection, client, changes, Execution.oneByOne(change -> {
                var name = topics.getOrDefault(change, "");
                for (var outcome :
                        new TopicChanges(client).createPartitions(Map.of(name, Optional.empty()), partitions)) {
                    if (outcome.error().isPresent()) {
                        throw outcome.error().get();
                    }
                }
            }));
        }
    }
}
