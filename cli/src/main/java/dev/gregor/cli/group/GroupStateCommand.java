package dev.gregor.cli.group;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.coordinator.GroupDescription;
import dev.gregor.cli.coordinator.GroupNames;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import dev.gregor.cli.output.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor group state}: exit 1 when a named group does not exist. */
@Command(
        name = "state",
        mixinStandardHelpOptions = true,
        description = "Show groups' state, members, assignor, epochs and coordinator.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor group state billing", "  gregor group state 'bill*' -o wide"})
public final class GroupStateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(arity = "0..*", paramLabel = "GROUP", description = "Else all; * and ? stand for letters.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        try (var client = connection.open();
                var sweep = GroupSweep.of(connection, client)) {
            var rows = new ArrayList<Row>();
            for (var group : sweep.facts(sweep.named(names))) {
                rows.add(row(group));
            }
            output.print(spec.commandLine().getOut(), rows);
        }
        return ExitCode.DONE;
    }

    private static Row row(GroupFacts group) {
        var description = group.description();
        return new Row()
                .with("group", group.id())
                .with("type", group.type())
                .with("state", group.state(), tone(group.state()))
                .with("members", description.map(known -> known.members().size()))
                .with("assignor", description.map(GroupDescription::assignor).filter(name -> !name.isEmpty()))
                .with("epoch", description.flatMap(GroupDescription::groupEpoch))
                .withDetail("assignmentEpoch", description.flatMap(GroupDescription::assignmentEpoch))
                .with("coordinator", group.listing().brokerId())
                .withDetail("coordinatorAddress", address(description))
                .withDetail("protocol", group.listing().protocol());
    }

    private static Optional<String> address(Optional<GroupDescription> description) {
        return description.map(known -> known.coordinator().address().toString());
    }

    /** A group that moves partitions about is to be looked at; one without members may be meant. */
    static Tone tone(String state) {
        return switch (state) {
            case GroupNames.STABLE -> Tone.GOOD;
            case GroupNames.EMPTY -> Tone.PLAIN;
            case GroupNames.DEAD -> Tone.BAD;
            default -> Tone.WARNING;
        };
    }
}
