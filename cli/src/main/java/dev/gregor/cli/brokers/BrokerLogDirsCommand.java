package dev.gregor.cli.brokers;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ClusterUnreachableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor broker logdirs}: exit 1 when a broker cannot be asked, 4 when none answers; the others' rows are printed. */
@Command(
        name = "logdirs",
        mixinStandardHelpOptions = true,
        description = "Show log directories: how full they are, and with --partitions what is in them.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor broker logdirs", "  gregor broker logdirs --partitions --topic orders"})
public final class BrokerLogDirsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Only of these brokers.")
    private List<Integer> ids = List.of();

    @Option(
            names = {"-p", "--partitions"},
            description = "A row for each partition, the largest first.")
    private boolean byPartition;

    @Option(names = "--topic", paramLabel = "GLOB", description = "With --partitions: only these topics.")
    private String topic = "*";

    @Override
    public Integer call() {
        var rows = new ArrayList<Row>();
        int answered = 0;
        int silent = 0;
        int refused = 0;
        try (var client = connection.open()) {
            for (int broker : asked(client)) {
                try {
                    rows.addAll(rows(client, broker));
                    answered++;
                } catch (ClusterUnreachableException gone) {
                    silent++;
                    tell(broker, gone);
                } catch (ClusterException refusal) {
                    refused++;
                    tell(broker, refusal);
                }
            }
        }
        output.print(
                spec.commandLine(),
                connection.session().screen(),
                spec.commandLine().getOut(),
                rows);
        if (silent + refused == 0) {
            return ExitCode.DONE;
        }
        return answered + refused == 0 ? ExitCode.UNREACHABLE : ExitCode.FAILED;
    }

    private List<Row> rows(ClusterClient client, int broker) {
        var rows = new ArrayList<Row>();
        for (var directory : new LogDirs(client).of(broker)) {
            if (byPartition) {
                rows.addAll(LogDirRows.ofReplicas(broker, directory, topic));
            } else {
                rows.add(LogDirRows.of(broker, directory));
            }
        }
        return rows;
    }

    private void tell(int broker, ClusterException why) {
        spec.commandLine().getErr().println(spec.qualifiedName() + ": broker " + broker + ": " + why.getMessage());
    }

    private Set<Integer> asked(ClusterClient client) {
        if (!ids.isEmpty()) {
            return new TreeSet<>(ids);
        }
        var all = new TreeSet<Integer>();
        client.cluster().brokers().forEach(broker -> all.add(broker.id()));
        return all;
    }
}
