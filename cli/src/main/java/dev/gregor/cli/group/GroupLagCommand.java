package dev.gregor.cli.group;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import dev.gregor.cli.output.Tone;
import dev.gregor.protocol.ClusterException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor group lag}: exit 0 whatever the lag; 1 when a named group does not exist. */
@Command(
        name = "lag",
        mixinStandardHelpOptions = true,
        description = "Show how far groups are behind, in records and in time; the worst first.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor group lag", "  gregor group lag billing --watch --interval 1 --times 3"})
public final class GroupLagCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(arity = "0..*", paramLabel = "GROUP", description = "Else all; * and ? stand for letters.")
    private List<String> names = List.of();

    @Option(names = "--min", paramLabel = "RECORDS", description = "Only groups so many records behind, or more.")
    private long least;

    @Option(
            names = "--watch",
            description =
                    "Look again and again: the records written and read in a second, and the time until the group has caught"
                            + " up. Ctrl-C ends.")
    private boolean watch;

    @Option(
            names = "--interval",
            paramLabel = "SECONDS",
            defaultValue = "2",
            description = "With --watch: between two looks (default: ${DEFAULT-VALUE}).")
    private double intervalSeconds;

    @Option(names = "--times", paramLabel = "N", description = "With --watch: end after so many looks.")
    private long times = Long.MAX_VALUE;

    @Override
    public Integer call() {
        // Not "<= 0", which a value that is no number passes.
        if (!(intervalSeconds > 0) || times <= 0) {
            throw new ParameterException(spec.commandLine(), "--interval and --times are above 0.");
        }
        try (var client = connection.open();
                var sweep = GroupSweep.of(connection, client)) {
            if (watch) {
                watch(sweep);
            } else {
                long nowMs = System.currentTimeMillis();
                var rows = new ArrayList<Row>();
                for (var lag : lags(sweep)) {
                    rows.add(row(lag, nowMs));
                }
                output.print(spec.commandLine().getOut(), rows);
            }
        }
        return ExitCode.DONE;
    }

    private List<GroupLag> lags(GroupSweep sweep) {
        var lags = new ArrayList<>(sweep.lags(sweep.facts(sweep.named(names)), true));
        lags.removeIf(lag -> lag.records().orElse(0L) < least);
        lags.sort(Comparator.comparingLong((GroupLag lag) -> lag.records().orElse(-1L))
                .reversed()
                .thenComparing(lag -> lag.group().id()));
        return lags;
    }

    private void watch(GroupSweep sweep) {
        var view = new LagView(spec.commandLine().getOut(), connection.session().screen(), output);
        var trend = new LagTrend();
        for (long look = 1; look <= times; look++) {
            long begunMs = monotonicMs();
            try {
                if (!view.show(lags(sweep), trend, System.currentTimeMillis(), begunMs)) {
                    return;
                }
            } catch (ClusterException gone) {
                if (look == 1) {
                    throw gone;
                }
                // Someone watches to see what happens: a broker or a group that is away for a while is part of it.
                spec.commandLine().getErr().println("gregor group lag: " + gone.getMessage() + "; trying again.");
                spec.commandLine().getErr().flush();
            }
            if (look < times) {
                pause((long) (intervalSeconds * 1000) - (monotonicMs() - begunMs));
            }
        }
    }

    /** For spans between looks: the wall clock may be set meanwhile. */
    private static long monotonicMs() {
        return System.nanoTime() / 1_000_000;
    }

    private static void pause(long pauseMs) {
        try {
            Thread.sleep(Math.max(0, pauseMs));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted", interrupted);
        }
    }

    private static Row row(GroupLag lag, long nowMs) {
        var group = lag.group();
        var behindMs = lag.behindMs(nowMs);
        long records = lag.records().orElse(0L);
        return new Row()
                .with("group", group.id())
                .with("type", group.type())
                .with("state", group.state(), GroupStateCommand.tone(group.state()))
                .with(
                        "members",
                        group.description().map(known -> known.members().size()))
                .with("partitions", lag.partitions().size())
                .with("lag", lag.records(), tone(group, records))
                .with("behind", behindMs.map(Span::ofMs))
                .withDetail("behindMs", behindMs);
    }

    /** Unread records that nobody is there to read are worse than those that someone works on. */
    static Tone tone(GroupFacts group, long records) {
        if (records == 0) {
            return Tone.GOOD;
        }
        return group.members().isEmpty() ? Tone.BAD : Tone.WARNING;
    }
}
