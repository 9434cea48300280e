package dev.gregor.cli.group;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.coordinator.GroupListing;
import dev.gregor.cli.coordinator.GroupNames;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor group list}: exit 0, also when there is no group; 1 when a name does not exist. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List groups with their type, state and coordinator.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor group list", "  gregor group list --state stable,empty -o json"})
public final class GroupListCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(arity = "0..*", paramLabel = "GROUP", description = "Only these; * and ? stand for letters.")
    private List<String> names = List.of();

    @Option(
            names = "--type",
            split = ",",
            paramLabel = "TYPE",
            description = "Only these types: classic, consumer, share, streams.")
    private List<String> types = List.of();

    @Option(
            names = "--state",
            split = ",",
            paramLabel = "STATE",
            description = "Only these states: stable, empty, dead, assigning, reconciling, notready,"
                    + " preparingrebalance, completingrebalance.")
    private List<String> states = List.of();

    @Override
    public Integer call() {
        var wantedTypes = new ArrayList<String>();
        types.forEach(type -> wantedTypes.add(known("type", type, GroupNames.type(type), GroupNames.TYPES)));
        var wantedStates = new ArrayList<String>();
        states.forEach(state -> wantedStates.add(known("state", state, GroupNames.state(state), GroupNames.STATES)));
        try (var client = connection.open();
                var sweep = GroupSweep.of(connection, client)) {
            var rows = new ArrayList<Row>();
            for (var group : sweep.named(names)) {
                if (fits(wantedTypes, group.type().orElse(GroupNames.CLASSIC))
                        && fits(wantedStates, group.state().orElse(GroupNames.UNKNOWN))) {
                    rows.add(row(group));
                }
            }
            output.print(spec.commandLine().getOut(), rows);
        }
        return ExitCode.DONE;
    }

    private String known(String what, String typed, String name, List<String> valid) {
        if (name.equals(GroupNames.UNKNOWN)) {
            throw new ParameterException(
                    spec.commandLine(), "no " + what + " '" + typed + "'; there is " + String.join(", ", valid) + ".");
        }
        return name;
    }

    private static boolean fits(List<String> wanted, String name) {
        return wanted.isEmpty() || wanted.contains(name);
    }

    private static Row row(GroupListing group) {
        return new Row()
                .with("group", group.id())
                .with("type", group.type().orElse(GroupNames.CLASSIC))
                .with("state", group.state().orElse(GroupNames.UNKNOWN))
                .with("protocol", group.protocol())
                .with("coordinator", group.brokerId());
    }
}
