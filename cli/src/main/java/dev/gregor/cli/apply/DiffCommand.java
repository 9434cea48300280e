package dev.gregor.cli.apply;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import dev.gregor.cli.safety.Step;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gregor diff}: exit 0 when the cluster is as the file says, 3 when {@code gregor apply} would change something. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Show what 'gregor apply' would change; exit 3 when it would.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the cluster is as the file says", "3:it is not"},
        footerHeading = "%nExamples:%n",
        footer = {"  gregor diff -f cluster.yaml", "  gregor diff -f cluster.yaml --prune -o json"})
public final class DiffCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @ArgGroup(multiplicity = "1")
    private StateSource source = new StateSource();

    @Option(names = "--prune", description = "Show what --prune would delete too.")
    private boolean prune;

    @Override
    public Integer call() {
        var state = source.read(connection.session().streams().in());
        try (var client = connection.open()) {
            var rows = new ArrayList<Row>();
            for (var change : Step.changes(state.steps(client, prune))) {
                rows.add(new Row()
                        .with("what", change.what())
                        .with("from", change.from())
                        .with("to", change.to()));
            }
            output.print(spec.commandLine().getOut(), rows);
            return rows.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERS;
        }
    }
}
