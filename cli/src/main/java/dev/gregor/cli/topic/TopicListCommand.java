package dev.gregor.cli.topic;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseTopic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gregor topic list}: exit 0, also when there is no topic at all; 1 when one that is named does not exist. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List topics with their partitions and replicas.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor topic list", "  gregor topic list 'ord*' --columns name,partitions"})
public final class TopicListCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private NamedTopics named = new NamedTopics();

    @Option(names = "--exclude-internal", description = "Leave Kafka's own topics out.")
    private boolean excludeInternal;

    @Override
    public Integer call() {
        try (var client = connection.open()) {
            var topics = new TreeMap<String, MetadataResponseTopic>();
            for (var topic : new Topics(client).all()) {
                if (!excludeInternal || !topic.isInternal()) {
                    topics.put(topic.name(), topic);
                }
            }
            topics.keySet().retainAll(named.among(List.copyOf(topics.keySet())));
            var rows = new ArrayList<Row>();
            for (var topic : topics.values()) {
                rows.add(row(topic));
            }
            output.print(spec.commandLine().getOut(), rows);
        }
        return ExitCode.DONE;
    }

    private static Row row(MetadataResponseTopic topic) {
        int replicas = 0;
        int underReplicated = 0;
        int leaderless = 0;
        for (var partition : topic.partitions()) {
            replicas = Math.max(replicas, partition.replicaNodes().size());
            underReplicated +=
                    partition.isrNodes().size() < partition.replicaNodes().size() ? 1 : 0;
            leaderless += partition.leaderId() < 0 ? 1 : 0;
        }
        return new Row()
                .with("name", topic.name())
                .with("partitions", topic.partitions().size())
                .with("replicas", replicas)
                .with("underReplicated", underReplicated)
                .with("leaderless", leaderless)
                .withDetail("topicId", topic.topicId().toString())
                .withDetail("internal", topic.isInternal());
    }
}
