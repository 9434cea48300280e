package dev.gregor.cli.brokers;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
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

/** {@code gregor broker logdirs}: exit 1 when a broker cannot be asked. */
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
        boolean failed = false;
        try (var client = connection.open()) {
            for (var broker : asked(client)) {
                try {
                    for (var directory : new LogDirs(client).of(broker)) {
                        rows.addAll(
                                byPartition
                                        ? LogDirRows.ofReplicas(broker, directory, topic)
                                        : List.of(LogDirRows.of(broker, directory)));
                    }
                } catch (ApiErrorException refused) {
                    failed = true;
                    spec.commandLine()
                            .getErr()
                            .println(spec.qualifiedName() + ": broker " + broker + ": " + refused.getMessage());
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

    private Set<Integer> asked(ClusterClient client) {
        if (!ids.isEmpty()) {
            return new TreeSet<>(ids);
        }
        var all = new TreeSet<Integer>();
        client.cluster().brokers().forEach(broker -> all.add(broker.id()));
        return all;
    }
}
