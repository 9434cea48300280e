package dev.gregor.cli.brokers;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gregor broker list}: exit 0; a broker that does not answer, or does not tell its disks, is listed without. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "List brokers with the partitions they lead and hold; those that are gone as well, while they hold replicas.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor broker list", "  gregor broker list -o wide"})
public final class BrokerListCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        var rows = new ArrayList<Row>();
        try (var client = connection.open()) {
            for (var load : new BrokerLoads(client).all()) {
                rows.add(load.row());
            }
        }
        output.print(
                spec.commandLine(),
                connection.session().screen(),
                spec.commandLine().getOut(),
                rows);
        return ExitCode.DONE;
    }
}
