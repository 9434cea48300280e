package dev.gregor.cli.brokers;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import dev.gregor.protocol.ClusterException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor broker describe}: exit 1 when there is no such broker. */
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        description = "Show all about brokers: address, load, disks, features.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor broker describe", "  gregor broker describe -o json"})
public final class BrokerDescribeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Their ids; else all.")
    private List<Integer> ids = List.of();

    @Override
    public Integer call() {
        var rows = new ArrayList<Row>();
        try (var client = connection.open()) {
            var loads = new BrokerLoads(client).all();
            for (var load : ids.isEmpty() ? loads : named(loads)) {
                rows.addAll(BrokerDescription.of(client, load));
            }
        }
        output.print(
                spec.commandLine(),
                connection.session().screen(),
                spec.commandLine().getOut(),
                rows);
        return ExitCode.DONE;
    }

    private List<BrokerLoads.Load> named(List<BrokerLoads.Load> loads) {
        var named = new ArrayList<BrokerLoads.Load>();
        for (int id : ids) {
            named.add(loads.stream()
                    .filter(load -> load.id() == id)
                    .findFirst()
                    .orElseThrow(() ->
                            new ClusterException("no broker " + id + "; 'gregor broker list' shows what there is.")));
        }
        return named;
    }
}
