package dev.gregor.cli.tx;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import dev.gregor.cli.partition.PartitionSelection;
import dev.gregor.cli.topic.TopicSurvey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor tx producers}: exit 1 when a partition cannot be asked. */
@Command(
        name = "producers",
        mixinStandardHelpOptions = true,
        description = "Show the producers that partitions remember, and transactions that are open there.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor tx producers orders", "  gregor tx producers orders:0 --open"})
public final class TxProducersCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "TOPIC[:PARTITION]",
            description = "Their names; * and ? stand for any letters and for one.")
    private List<String> partitions = List.of();

    @Option(names = "--broker", paramLabel = "ID", description = "Ask this replica, not the leaders.")
    private Optional<Integer> broker = Optional.empty();

    @Option(names = "--open", description = "Only producers with an open transaction.")
    private boolean open;

    @Override
    public Integer call() {
        var rows = new ArrayList<Row>();
        var refusals = new LinkedHashMap<TopicPartition, Short>();
        try (var client = connection.open()) {
            var counts = TopicSurvey.partitionCounts(new TopicSurvey(client).all());
            var selected = new PartitionSelection(partitions).among(counts);
            var told = new Producers(client).toldBy(selected, broker);
            var producers = told.producers();
            refusals.putAll(told.refusals());
            for (var partition : selected) {
                for (var producer : producers.getOrDefault(partition, List.of())) {
                    if (!open || producer.txnStartOffset().isPresent()) {
                        rows.add(row(partition, producer));
                    }
                }
            }
        }
        output.print(
                spec.commandLine(),
                connection.session().screen(),
                spec.commandLine().getOut(),
                rows);
        if (!refusals.isEmpty()) {
            spec.commandLine().getErr().println(spec.qualifiedName() + ": " + Refusals.text(refusals));
            return ExitCode.FAILED;
        }
        return ExitCode.DONE;
    }

    private static Row row(TopicPartition partition, ActiveProducer producer) {
        var start = producer.txnStartOffset();
        return new Row()
                .with("topic", partition.topic())
                .with("partition", partition.partition())
                .with("producerId", producer.producerId())
                .with("epoch", producer.producerEpoch())
                .with("lastSequence", producer.lastSequence())
                .with(
                        "lastTime",
                        Instant.ofEpochMilli(producer.lastTimestampMs()).toString())
                .with("startOffset", start.isPresent() ? Optional.of(start.getAsLong()) : Optional.empty())
                .withDetail("coordinatorEpoch", producer.coordinatorEpoch())
                .withDetail("lastTimestampMs", producer.lastTimestampMs());
    }
}
