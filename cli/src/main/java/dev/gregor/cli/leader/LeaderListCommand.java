package dev.gregor.cli.leader;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import dev.gregor.cli.output.Tone;
import dev.gregor.cli.partition.PartitionSelection;
import dev.gregor.cli.topic.TopicSurvey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor leader list}: exit 0, also when every partition is led as it should be. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List partitions that their preferred replica does not lead, and what an election would do.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor leader list", "  gregor leader list orders --all"})
public final class LeaderListCommand implements Callable<Integer> {
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
            description = "Only these; * and ? stand for any letters and for one.")
    private List<String> partitions = List.of();

    @Option(
            names = {"-a", "--all"},
            description = "List those that are led as they should be, too.")
    private boolean all;

    @Override
    public Integer call() {
        var rows = new ArrayList<Row>();
        try (var client = connection.open()) {
            var topics = new TopicSurvey(client).all();
            var selected = new PartitionSelection(partitions).among(TopicSurvey.partitionCounts(topics));
            for (var move : LeaderMoves.of(topics, selected)) {
                if (all || move.verdict() != LeaderMoves.Verdict.STAYS) {
                    rows.add(row(move));
                }
            }
        }
        output.print(
                spec.commandLine(),
                connection.session().screen(),
                spec.commandLine().getOut(),
                rows);
        if (rows.isEmpty() && output.isTable()) {
            spec.commandLine().getErr().println("Every partition is led by its preferred replica.");
        }
        return ExitCode.DONE;
    }

    private static Row row(LeaderMoves.Move move) {
        return new Row()
                .with("topic", move.partition().topic())
                .with("partition", move.partition().partition())
                .with("leader", move.leader())
                .with("preferred", move.preferred())
                .with("isr", move.isr())
                .with("election", move.verdict().text(), tone(move.verdict()));
    }

    private static Tone tone(LeaderMoves.Verdict verdict) {
        return switch (verdict) {
            case STAYS -> Tone.PLAIN;
            case MOVES -> Tone.GOOD;
            case PREFERRED_BEHIND -> Tone.WARNING;
            case NO_LEADER -> Tone.BAD;
        };
    }
}
