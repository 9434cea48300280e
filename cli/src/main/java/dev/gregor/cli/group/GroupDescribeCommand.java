package dev.gregor.cli.group;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.coordinator.GroupMember;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import dev.gregor.cli.output.Tone;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor group describe}: exit 1 when a group does not exist. */
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        description = "Show where groups stand in each partition, how far behind, and who reads it.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor group describe billing", "  gregor group describe billing -o json"})
public final class GroupDescribeCommand implements Callable<Integer> {
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
            var lags = sweep.lags(sweep.facts(sweep.named(names)), true);
            long nowMs = System.currentTimeMillis();
            print(spec.commandLine().getOut(), lags, nowMs);
        }
        return ExitCode.DONE;
    }

    private void print(PrintWriter out, List<GroupLag> lags, long nowMs) {
        var all = new ArrayList<Row>();
        var gap = "";
        for (var lag : lags) {
            var rows = new ArrayList<Row>();
            for (var partition : lag.partitions()) {
                rows.add(row(lag.group(), partition, nowMs));
            }
            all.addAll(rows);
            if (output.isTable()) {
                out.println(gap + summary(lag, nowMs));
                output.print(out, rows);
                gap = "\n";
            }
        }
        if (!output.isTable()) {
            output.print(out, all);
        }
        out.flush();
    }

    private static String summary(GroupLag lag, long nowMs) {
        var group = lag.group();
        var text = new StringBuilder(group.id())
                .append(": ")
                .append(group.state())
                .append(", ")
                .append(group.type().toLowerCase(Locale.ROOT))
                .append(" group, ")
                .append(count(group.members().size(), "member"))
                .append(", coordinator ")
                .append(group.listing().brokerId());
        lag.records()
                .ifPresent(records ->
                        text.append(", ").append(count(records, "record")).append(" behind"));
        lag.behindMs(nowMs)
                .filter(behindMs -> behindMs > 0)
                .ifPresent(behindMs ->
                        text.append(" (").append(Span.ofMs(behindMs)).append(')'));
        return text.toString();
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static Row row(GroupFacts group, PartitionLag lag, long nowMs) {
        var records = lag.records();
        var behindMs = records.isPresent() && records.get() == 0
                ? Optional.of(0L)
                : lag.unreadSinceMs().map(since -> Math.max(0, nowMs - since));
        return new Row()
                .withDetail("group", group.id())
                .with("topic", lag.partition().topic())
                .with("partition", lag.partition().partition())
                .with("position", lag.position())
                .with("end", lag.end())
                .with("lag", records, records.orElse(0L) > 0 ? Tone.WARNING : Tone.PLAIN)
                .with("behind", behindMs.map(Span::ofMs))
                .withDetail("behindMs", behindMs)
                .with("client", lag.reader().map(GroupMember::clientId))
                .with("host", lag.reader().map(GroupMembersCommand::host))
                .withDetail("member", lag.reader().map(GroupMember::id));
    }
}
