package dev.gregor.cli.group;

import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import dev.gregor.cli.output.Screen;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows lag as it moves: on a terminal a table that is drawn over the last one, in a pipe a line for each group and look, in
 * JSON and YAML a list for each look.
 */
final class LagView {
    private static final String FROM_THE_TOP = "\u001b[H\u001b[J";

    private final PrintWriter out;
    private final Screen screen;
    private final OutputOptions output;

    LagView(PrintWriter out, Screen screen, OutputOptions output) {
        this.out = out;
        this.screen = screen;
        this.output = output;
    }

    /**
     * Shows one look.
     *
     * @param nowMs  the wall clock's time, to show
     * @param lookMs the time of a clock that is never set, for the rates
     * @return false when nobody reads on
     */
    boolean show(List<GroupLag> lags, LagTrend trend, long nowMs, long lookMs) {
        var rows = new ArrayList<Row>();
        var lines = new ArrayList<String>();
        for (var lag : lags) {
            var heading = trend.look(lag.group().id(), lag.progress(), lookMs)
                    .filter(moves -> lag.records().isPresent());
            rows.add(row(lag, heading, nowMs));
            lines.add(line(lag, heading, nowMs));
        }
        if (!output.isTable()) {
            output.print(out, rows);
        } else if (screen.isTerminal()) {
            out.println(FROM_THE_TOP + time(nowMs) + "  " + lags.size() + (lags.size() == 1 ? " group" : " groups")
                    + "  (Ctrl-C ends)\n");
            output.print(out, rows);
        } else {
            lines.forEach(out::println);
        }
        // Flushes, and tells whether the pipe is still there.
        return !out.checkError();
    }

    private static Row row(GroupLag lag, Optional<LagTrend.Heading> heading, long nowMs) {
        var group = lag.group();
        var behindMs = lag.behindMs(nowMs);
        return new Row()
                .withDetail("time", time(nowMs))
                .with("group", group.id())
                .with("state", group.state(), GroupStateCommand.tone(group.state()))
                .with(
                        "members",
                        group.description().map(known -> known.members().size()))
                .with(
                        "lag",
                        lag.records(),
                        GroupLagCommand.tone(group, lag.records().orElse(0L)))
                .with("behind", behindMs.map(Span::ofMs))
                .withDetail("behindMs", behindMs)
                .with("writeRate", heading.map(known -> Math.round(known.writtenPerSecond())))
                .with("readRate", heading.map(known -> Math.round(known.readPerSecond())))
                .with("caughtUpIn", heading.map(LagView::catchUp))
                .withDetail("secondsToCatchUp", heading.flatMap(LagTrend.Heading::secondsToCatchUp));
    }

    static String line(GroupLag lag, Optional<LagTrend.Heading> heading, long nowMs) {
        var line = new StringBuilder(time(nowMs))
                .append(' ')
                .append(lag.group().id())
                .append(" lag=")
                .append(lag.records().map(String::valueOf).orElse("-"));
        lag.behindMs(nowMs).ifPresent(behindMs -> line.append(" behind=").append(Span.ofMs(behindMs)));
        heading.ifPresent(known -> line.append(" write-rate=")
                .append(Math.round(known.writtenPerSecond()))
                .append(" read-rate=")
                .append(Math.round(known.readPerSecond()))
                .append(" caught-up-in=")
                .append(catchUp(known)));
        return line.toString();
    }

    private static String catchUp(LagTrend.Heading heading) {
        var seconds = heading.secondsToCatchUp();
        return seconds.isEmpty() ? "never" : seconds.get() == 0 ? "now" : Span.ofSeconds(seconds.get());
    }

    private static String time(long nowMs) {
        return Instant.ofEpochMilli(nowMs).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
