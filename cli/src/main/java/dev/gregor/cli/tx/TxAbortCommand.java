package dev.gregor.cli.tx;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.names.Globs;
import dev.gregor.cli.partition.PartitionSelection;
import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.ChangeOptions;
import dev.gregor.cli.safety.Execution;
import dev.gregor.cli.topic.TopicSurvey;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor tx abort}: exit 1 when it is refused. What a transaction wrote stays unread for good. */
@Command(
        name = "abort",
        mixinStandardHelpOptions = true,
        description = {
            "Abort a transaction: one that hangs in a partition, by the offset it starts at ('gregor tx hanging'), or,"
                    + " with --id, that of a transactional id, whose producer is fenced off.",
            "There is no way back."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  gregor tx abort --id 'payments-*' --dry-run", "  gregor tx abort --id 'payments-*' --yes"})
public final class TxAbortCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    @Parameters(arity = "0..1", paramLabel = "TOPIC:PARTITION", description = "Where it hangs.")
    private Optional<String> where = Optional.empty();

    @Option(names = "--start-offset", paramLabel = "N", description = "Where it starts there.")
    private Optional<Long> startOffset = Optional.empty();

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "Transactional id whose transaction is to end; * and ? stand for any letters and for one.")
    private Optional<String> id = Optional.empty();

    @Override
    public Integer call() {
        if (id.isPresent() == where.isPresent() || where.isPresent() != startOffset.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "name TOPIC:PARTITION with --start-offset, or --id without");
        }
        try (var client = connection.open()) {
            return id.isPresent() ? terminate(client, id.get()) : abort(client, partition(client));
        }
    }

    private TopicPartition partition(ClusterClient client) {
        var counts = TopicSurvey.partitionCounts(new TopicSurvey(client).all());
        var selected = new PartitionSelection(List.of(where.orElse(""))).among(counts);
        if (selected.size() != 1) {
            throw new ClusterException("'" + where.orElse("") + "' means " + selected.size()
                    + " partitions; name one: TOPIC:PARTITION. Nothing was changed.");
        }
        return selected.iterator().next();
    }

    private int abort(ClusterClient client, TopicPartition partition) {
        long start = startOffset.orElse(-1L);
        var name = partition.topic() + ":" + partition.partition();
        var spec = new Producers(client)
                .openAt(partition, start)
                .orElseThrow(() -> new ClusterException("no open transaction starts at offset " + start + " in " + name
                        + "; 'gregor tx producers " + name + " --open' shows what there is."));
        var change = Change.of(
                "transaction of producer " + spec.producerId() + " in " + name,
                "open since offset " + start,
                "aborted");
        return options.carryOut(
                connection, client, List.of(change), Execution.oneByOne(agreed -> new Producers(client).abort(spec)));
    }

    private int terminate(ClusterClient client, String id) {
        var ids = new LinkedHashMap<Change, String>();
        for (var transactionalId : Globs.isGlob(id) ? fitting(client, id) : List.of(id)) {
            // One that is not known is refused here: the coordinator would make it.
            var transaction = new Transactions(client).describe(transactionalId);
            ids.put(
                    Change.of(
                            "transactional id " + transactionalId,
                            transaction.state() + ", producer epoch " + transaction.producerEpoch(),
                            "no transaction, producer fenced off"),
                    transactionalId);
        }
        return options.carryOut(
                connection,
                client,
                List.copyOf(ids.keySet()),
                Execution.oneByOne(change -> new Transactions(client).forceTerminate(ids.getOrDefault(change, ""))));
    }

    /** Those of a glob that have a transaction; none is no mistake. */
    private static List<String> fitting(ClusterClient client, String glob) {
        var fitting = new ArrayList<String>();
        for (var listing : new Transactions(client).list(Transactions.Filter.all())) {
            if (listing.state().equals("Ongoing") && Globs.matches(glob, listing.transactionalId())) {
                fitting.add(listing.transactionalId());
            }
        }
        return fitting;
    }
}
