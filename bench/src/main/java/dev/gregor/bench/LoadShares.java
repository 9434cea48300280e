package dev.gregor.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Who used the processors while a load ran: says whether a throughput is the broker's or the client's, and whether somebody
 * else was at work on the machine. Medians over the pairs.
 */
final class LoadShares {
    /** Above this share of a core a client's thread counts as the limit of what was measured. */
    private static final double SATURATED = 0.9;
    /** Above this many cores other processes count as a disturbance. */
    private static final double DISTURBED = 0.2;

    private final Map<Load, List<LoadMeter.Reading>> readings = new LinkedHashMap<>();

    private record Load(String what, String side) {}

    void add(String what, Side side, LoadMeter.Reading reading) {
        readings.computeIfAbsent(new Load(what, side.name()), unseen -> new ArrayList<>())
                .add(reading);
    }

    /** A Markdown table, all figures in cores; empty when no load was run. */
    List<String> table() {
        var lines = new ArrayList<String>();
        if (readings.isEmpty()) {
            return lines;
        }
        lines.add("| load | side | broker, cores | client, cores | its busiest thread | others, cores | |");
        lines.add("| --- | --- | ---: | ---: | ---: | ---: | --- |");
        readings.forEach((load, taken) -> {
            double thread = cores(taken, LoadMeter.Reading::busiestThreadCpu);
            double others = cores(taken, LoadMeter.Reading::othersCpu);
            lines.add("| %s | %s | %.2f | %.2f | %.2f | %.2f | %s |"
                    .formatted(
                            load.what,
                            load.side,
                            cores(taken, LoadMeter.Reading::brokerCpu),
                            cores(taken, LoadMeter.Reading::clientCpu),
                            thread,
                            others,
                            warning(thread, others)));
        });
        return lines;
    }

    static String warning(double busiestThreadCores, double othersCores) {
        var warnings = new ArrayList<String>();
        if (busiestThreadCores >= SATURATED) {
            warnings.add("⚠ a client thread was the limit");
        }
        if (othersCores >= DISTURBED) {
            warnings.add("⚠ others were at work");
        }
        return String.join(", ", warnings);
    }

    private static double cores(List<LoadMeter.Reading> taken, ToDoubleFunction<LoadMeter.Reading> cpu) {
        return PairedSamples.median(taken.stream()
                .map(reading -> cpu.applyAsDouble(reading) / reading.seconds())
                .toList());
    }
}
