package dev.gregor.cli.apply;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.safety.ChangeOptions;
import dev.gregor.cli.safety.Execution;
import dev.gregor.cli.safety.Step;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gregor apply}: exit 0 when the cluster is as the file says, also when it was before; 1 when a change failed. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = "Make topics, configs, ACLs, quotas and groups' offsets as a file says.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gregor apply -f cluster.yaml --dry-run",
            "  gregor apply -e '{topics: {orders: {configs: {retention.ms: 86400000}}}}' --yes"
        })
public final class ApplyCommand implements Callable<Integer> {
    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private ChangeOptions change = new ChangeOptions();

    @ArgGroup(multiplicity = "1")
    private StateSource source = new StateSource();

    @Option(
            names = "--prune",
            description =
                    "Delete what the file's sections do not name: topics with their records, configs, ACLs, quotas.")
    private boolean prune;

    @Override
    public Integer call() {
        var state = source.read(connection.session().streams().in());
        try (var client = connection.open()) {
            var steps = state.steps(client, prune);
            return change.carryOut(connection, client, Step.changes(steps), Execution.inSteps(steps));
        }
    }
}
