package dev.gregor.cli.topic;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import dev.gregor.protocol.ClusterException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor topic describe}: exit 1 when no topic matches. */
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        description = "Show each partition's leader, replicas and in-sync replicas, and what is wrong with it.")
public final class TopicDescribeCommand implements Callable<Integer> {
    private static final int PAGE_SIZE = 2000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(arity = "0..1", paramLabel = "REGEX", description = "Only topics whose whole name matches; else all.")
    private Optional<String> pattern = Optional.empty();

    @Override
    public Integer call() {
        try (var client = connection.open()) {
            var topics = new Topics(client);
            var names = topics.names(TopicFilter.of(pattern, false));
            if (names.isEmpty() && pattern.isPresent()) {
                throw new ClusterException(
                        "no topic matches '" + pattern.get() + "'; 'gregor topic list' shows what there is.");
            }
            var configs = topics.configs(names);
            var described = names.isEmpty() ? List.<TopicDescription>of() : topics.describe(names, PAGE_SIZE);
            var rows = new ArrayList<Row>();
            for (var topic : described) {
                for (var partition : topic.partitions()) {
                    rows.add(row(topic, partition, overrides(configs.getOrDefault(topic.name(), Map.of()))));
                }
            }
            output.print(spec.commandLine().getOut(), rows);
        }
        return ExitCode.DONE;
    }

    private static Map<String, String> overrides(Map<String, ConfigValue> configs) {
        var overrides = new TreeMap<String, String>();
        for (var config : configs.values()) {
            if (config.isOverride()) {
                overrides.put(config.name(), config.value());
            }
        }
        return overrides;
    }

    private static Row row(
            TopicDescription topic, TopicDescription.PartitionState partition, Map<String, String> overrides) {
        return new Row()
                .with("topic", topic.name())
                .with("partition", partition.index())
                .with(
                        "leader",
                        partition.leader().isPresent() ? partition.leader().get() : "none")
                .with("replicas", partition.replicas())
                .with("isr", partition.isr())
                .with("state", state(partition))
                .withDetail("topicId", topic.id().toString())
                .withDetail("configs", overrides);
    }

    private static String state(TopicDescription.PartitionState partition) {
        if (partition.leader().isEmpty()) {
            return "no leader";
        }
        if (partition.isr().size() < partition.replicas().size()) {
            return "under-replicated";
        }
        return partition.leader().get().equals(partition.replicas().get(0)) ? "ok" : "not on preferred leader";
    }
}
