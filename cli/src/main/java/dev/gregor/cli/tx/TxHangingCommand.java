package dev.gregor.cli.tx;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import dev.gregor.cli.partition.PartitionSelection;
import dev.gregor.cli.topic.TopicSurvey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor tx hanging}: exit 0 when there is none, 3 when there is one, 1 when a partition could not be asked. */
@Command(
        name = "hanging",
        mixinStandardHelpOptions = true,
        description = "Find transactions that nobody will end; read_committed consumers stop at them.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor tx hanging", "  gregor tx hanging orders --max-minutes 5"})
public final class TxHangingCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(
            arity = "0..*",
            paramLabel = "TOPIC[:PARTITION]",
            description = "Only there; * and ? stand for any letters and for one.")
    private List<String> partitions = List.of();

    @Option(
            names = "--max-minutes",
            paramLabel = "N",
            defaultValue = "15",
            description =
                    "How long a transaction may be silent: transaction.max.timeout.ms (default: ${DEFAULT-VALUE}).")
    private int maxMinutes;

    @Override
    public Integer call() {
        var rows = new ArrayList<Row>();
        var refusals = new LinkedHashMap<TopicPartition, Short>();
        try (var client = connection.open()) {
            var counts = TopicSurvey.partitionCounts(new TopicSurvey(client).all());
            long nowMs = System.currentTimeMillis();
            var found = new HangingSearch(client)
                    .searchWherePossible(new PartitionSelection(partitions).among(counts), maxMinutes * 60_000L, nowMs);
            refusals.putAll(found.refusals());
            for (var open : found.hanging()) {
                rows.add(new Row()
                        .with("topic", open.partition().topic())
                        .with("partition", open.partition().partition())
                        .with("startOffset", open.producer().txnStartOffset().orElse(-1))
                        .with("producerId", open.producer().producerId())
                        .with("epoch", open.producer().producerEpoch())
                        .with("silentMs", open.silentMs(nowMs)));
            }
        }
        output.print(
                spec.commandLine(),
                connection.session().screen(),
                spec.commandLine().getOut(),
                rows);
        if (!rows.isEmpty()) {
            spec.commandLine().getErr().println("Abort one: gregor tx abort TOPIC:PARTITION --start-offset N");
        }
        if (!refusals.isEmpty()) {
            spec.commandLine().getErr().println(spec.qualifiedName() + ": " + Refusals.text(refusals));
            return ExitCode.FAILED;
        }
        return rows.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERS;
    }
}
