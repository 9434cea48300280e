package dev.gregor.cli.topic;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.findings.Finding;
import dev.gregor.cli.findings.FindingText;
import dev.gregor.cli.findings.PartitionState;
import dev.gregor.cli.findings.TopicChecks;
import dev.gregor.cli.findings.TopicFacts;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import dev.gregor.cli.output.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gregor topic describe}: exit 1 when a topic that is named does not exist. */
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        description = {
            "Show what is wrong with topics and how to mend it, then each partition's leader, replicas and in-sync"
                    + " replicas."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  gregor topic describe orders", "  gregor topic describe 'ord*' -o json"})
public final class TopicDescribeCommand implements Callable<Integer> {
    private static final int PAGE_SIZE = 2000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private NamedTopics named = new NamedTopics();

    @Override
    public Integer call() {
        try (var client = connection.open()) {
            var topics = new Topics(client);
            var names = List.copyOf(named.among(topics.names()));
            var configs = topics.readableConfigs(names);
            var described = names.isEmpty() ? List.<TopicDescription>of() : topics.describe(names, PAGE_SIZE);
            var facts = new ArrayList<TopicFacts>();
            for (var topic : described) {
                facts.add(TopicSurvey.facts(topic, configs.getOrDefault(topic.name(), Map.of())));
            }
            print(described, configs, new TopicSurvey(client).withMoves(facts), new TreeSet<>(topics.liveBrokers()));
        }
        return ExitCode.DONE;
    }

    private void print(
            List<TopicDescription> described,
            Map<String, Map<String, ConfigValue>> configs,
            List<TopicFacts> allFacts,
            Set<Integer> brokers) {
        var rows = new ArrayList<Row>();
        var findings = new ArrayList<Finding>();
        for (int t = 0; t < described.size(); t++) {
            var topic = described.get(t);
            var facts = allFacts.get(t);
            var ofTopic = configs.getOrDefault(topic.name(), Map.of());
            findings.addAll(new TopicChecks(brokers).of(facts));
            for (int i = 0; i < topic.partitions().size(); i++) {
                var state = PartitionState.of(facts, facts.partitions().get(i), brokers);
                rows.add(row(topic, topic.partitions().get(i), state, overrides(ofTopic)));
            }
        }
        var out = spec.commandLine().getOut();
        var screen = connection.session().screen();
        if (output.isTable() && !findings.isEmpty()) {
            FindingText.print(out, Finding.sorted(findings), screen);
            out.println();
        }
        output.print(spec.commandLine(), screen, out, rows);
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
            TopicDescription topic,
            TopicDescription.PartitionState partition,
            PartitionState state,
            Map<String, String> overrides) {
        return new Row()
                .with("topic", topic.name())
                .with("partition", partition.index())
                .with("leader", partition.leader())
                .with("replicas", partition.replicas())
                .with("isr", partition.isr())
                .with("state", state.text(), tone(state))
                .withDetail("topicId", topic.id().toString())
                .withDetail("configs", overrides);
    }

    private static Tone tone(PartitionState state) {
        return switch (state) {
            case NO_LEADER, BELOW_MIN_ISR -> Tone.BAD;
            case AT_MIN_ISR, BROKER_GONE, UNDER_REPLICATED -> Tone.WARNING;
            case NOT_PREFERRED, OK -> Tone.PLAIN;
        };
    }
}
