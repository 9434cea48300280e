package dev.gregor.cli.leader;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.partition.PartitionSelection;
import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.ChangeOptions;
import dev.gregor.cli.safety.Outcome;
import dev.gregor.cli.topic.TopicSurvey;
import dev.gregor.protocol.ClusterClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor leader elect}: exit 1 when one partition could not be given its leader. An election cannot be taken back. */
@Command(
        name = "elect",
        mixinStandardHelpOptions = true,
        description = {
            "Make preferred replicas leaders again; with --unclean give partitions without a leader any replica that is"
                    + " alive, losing what it does not have.",
            "There is no way back but another election."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  gregor leader elect --all --yes", "  gregor leader elect orders:0 --dry-run"})
public final class LeaderElectCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    @Parameters(
            arity = "0..*",
            paramLabel = "TOPIC[:PARTITION]",
            description = "Of these; * and ? stand for any letters and for one.")
    private List<String> partitions = List.of();

    @Option(
            names = {"-a", "--all"},
            description = "Of all topics.")
    private boolean all;

    @Option(names = "--unclean", description = "For partitions without a leader: a replica that may lack records.")
    private boolean unclean;

    @Override
    public Integer call() {
        if (all == !partitions.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "name partitions, or give --all");
        }
        try (var client = connection.open()) {
            var topics = new TopicSurvey(client).all();
            var selected = new PartitionSelection(partitions).among(TopicSurvey.partitionCounts(topics));
            var changes = new LinkedHashMap<Change, TopicPartition>();
            var stuck = new ArrayList<LeaderMoves.Move>();
            for (var move : LeaderMoves.of(topics, selected)) {
                change(move).ifPresent(change -> changes.put(change, move.partition()));
                if (!unclean && move.isStuck()) {
                    stuck.add(move);
                }
            }
            int exitCode = options.carryOut(
                    connection, client, List.copyOf(changes.keySet()), agreed -> elect(client, agreed, changes));
            tell(stuck);
            return exitCode == ExitCode.DONE && !stuck.isEmpty() && !options.isDryRun() ? ExitCode.FAILED : exitCode;
        }
    }

    /** What no preferred election moves, and what would. */
    private void tell(List<LeaderMoves.Move> stuck) {
        var err = spec.commandLine().getErr();
        for (var move : stuck) {
            var partition = move.partition().topic() + ":" + move.partition().partition();
            err.println(spec.qualifiedName() + ": " + partition
                    + (move.leader().isPresent()
                            ? " stays on broker " + move.leader().get() + ": its preferred replica on broker "
                                    + move.preferred() + " is not in sync."
                            : " has no leader: a preferred election finds none. 'gregor topic describe "
                                    + move.partition().topic() + "' says what would."));
        }
    }

    private Optional<Change> change(LeaderMoves.Move move) {
        var what =
                "leader of " + move.partition().topic() + ":" + move.partition().partition();
        return switch (move.verdict()) {
            case MOVES ->
                unclean
                        ? Optional.empty()
                        : Optional.of(
                                Change.of(what, String.valueOf(move.leader().orElse(-1)), "" + move.preferred()));
            case NO_LEADER ->
                unclean ? Optional.of(Change.of(what, Change.NOTHING, "any live replica")) : Optional.empty();
            case STAYS, PREFERRED_BEHIND -> Optional.empty();
        };
    }

    private List<Outcome> elect(ClusterClient client, List<Change> agreed, Map<Change, TopicPartition> changes) {
        var type = unclean ? Election.Type.UNCLEAN : Election.Type.PREFERRED;
        var results = new Election(client).elect(type, Optional.of(changes.values()));
        var outcomes = new ArrayList<Outcome>();
        for (var change : agreed) {
            var partition = changes.get(change);
            var result = partition == null ? null : results.get(partition);
            if (result == null) {
                outcomes.add(Outcome.failed(change, "the controller did not say what became of it"));
            } else {
                outcomes.add(
                        result instanceof Election.Result.Refused refused
                                ? Outcome.failed(
                                        change, String.valueOf(refused.error().getMessage()))
                                : Outcome.done(change));
            }
        }
        return outcomes;
    }
}
