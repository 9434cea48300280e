package dev.gregor.cli.tx;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor tx describe}: exit 1 when a coordinator does not know one. */
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        description = "Show the transactions of transactional ids.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor tx describe", "  gregor tx describe -o json"})
public final class TxDescribeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Transactional ids, each in full; else all.")
    private List<String> ids = List.of();

    @Override
    public Integer call() {
        var rows = new ArrayList<Row>();
        boolean failed = false;
        try (var client = connection.open()) {
            for (var id : ids.isEmpty() ? known(client) : ids) {
                try {
                    rows.add(row(new Transactions(client).describe(id), System.currentTimeMillis()));
                } catch (ApiErrorException refused) {
                    failed = true;
                    spec.commandLine()
                            .getErr()
                            .println(spec.qualifiedName() + ": " + id + ": " + ErrorCodes.text(refused.code(), ""));
                }
            }
        }
        output.print(
                spec.commandLine(),
                connection.session().screen(),
                spec.commandLine().getOut(),
                rows);
        return failed ? ExitCode.FAILED : ExitCode.DONE;
    }

    private static List<String> known(ClusterClient client) {
        var known = new ArrayList<String>();
        for (var listing : new Transactions(client).list(Transactions.Filter.all())) {
            known.add(listing.transactionalId());
        }
        return known;
    }

    private static Row row(Transaction transaction, long nowMs) {
        var start = transaction.startTimeMs();
        var partitions = new ArrayList<String>();
        transaction.partitions().forEach(partition -> partitions.add(partition.topic() + ":" + partition.partition()));
        return new Row()
                .with("transactionalId", transaction.transactionalId())
                .with("state", transaction.state())
                .with("openMs", start.isPresent() ? Optional.of(nowMs - start.getAsLong()) : Optional.empty())
                .with("timeoutMs", transaction.timeoutMs())
                .with("producerId", transaction.producerId())
                .with("epoch", transaction.producerEpoch())
                .with("coordinator", transaction.coordinatorId())
                .with("partitions", partitions)
                .withDetail("startTimeMs", start.isPresent() ? Optional.of(start.getAsLong()) : Optional.empty());
    }
}
