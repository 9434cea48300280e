package dev.gregor.cli.group;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.coordinator.GroupMember;
import dev.gregor.cli.grouptool.PartitionsText;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor group members}: exit 0, also when nobody is a member; 1 when a group does not exist. */
@Command(
        name = "members",
        mixinStandardHelpOptions = true,
        description = "Show who is a member of groups, from where, and with which partitions.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor group members billing", "  gregor group members billing -o wide"})
public final class GroupMembersCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(arity = "1..*", paramLabel = "GROUP", description = "* and ? stand for any letters and for one.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        try (var client = connection.open();
                var sweep = GroupSweep.of(connection, client)) {
            var rows = new ArrayList<Row>();
            for (var group : sweep.facts(sweep.named(names))) {
                for (var member : group.members()) {
                    rows.add(row(group, member));
                }
            }
            if (rows.isEmpty() && output.isTable()) {
                spec.commandLine().getErr().println("Nobody is a member.");
            }
            output.print(spec.commandLine().getOut(), rows);
        }
        return ExitCode.DONE;
    }

    private static Row row(GroupFacts group, GroupMember member) {
        return new Row()
                .with("group", group.id())
                .with("client", member.clientId())
                .with("host", host(member))
                .with("partitions", member.assignment().size())
                .with("assignment", PartitionsText.of(member.assignment()))
                .withDetail("member", member.id())
                .withDetail("instance", member.instanceId())
                .withDetail("epoch", member.epoch())
                .withDetail("target", PartitionsText.of(member.target()));
    }

    /** Where the member is; Kafka writes {@code /10.1.2.3}. */
    public static String host(GroupMember member) {
        return member.host().startsWith("/") ? member.host().substring(1) : member.host();
    }
}
