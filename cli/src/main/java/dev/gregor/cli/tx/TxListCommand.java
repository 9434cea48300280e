package dev.gregor.cli.tx;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gregor tx list}: exit 0, also when there is none. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List transactional ids with their coordinators and states.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor tx list", "  gregor tx list --longer-than 60 -o json"})
public final class TxListCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--longer-than", paramLabel = "SECONDS", description = "Only those open for longer.")
    private Optional<Long> longerThanSeconds = Optional.empty();

    @Option(names = "--pattern", paramLabel = "REGEX", description = "Only ids that match as a whole (Kafka 4.1).")
    private Optional<String> pattern = Optional.empty();

    @Override
    public Integer call() {
        var rows = new ArrayList<Row>();
        try (var client = connection.open()) {
            long longerThanMs = longerThanSeconds.isPresent() ? longerThanSeconds.get() * 1000 : -1;
            for (var listing :
                    new Transactions(client).list(new Transactions.Filter(longerThanMs, pattern, List.of()))) {
                rows.add(new Row()
                        .with("transactionalId", listing.transactionalId())
                        .with("state", listing.state())
                        .with("producerId", listing.producerId())
                        .with("coordinator", listing.coordinatorId()));
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
