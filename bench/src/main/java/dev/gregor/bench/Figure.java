package dev.gregor.bench;

import static dev.gregor.bench.Budget.atLeast;
import static dev.gregor.bench.Budget.atMost;

import java.util.Optional;

/**
 * A row of the report.
 *
 * @param key its name in the JSON report, {@code measure.case.quantity}
 * @param decimals shown of the absolute values
 * @param budget what its ratio is held against; empty where a figure is for information
 */
record Figure(String key, String label, String unit, int decimals, Optional<Budget> budget) {

    static Figure firstRecordTime(String suffix, Budget budget) {
        return held(
                "startup" + suffix + ".time", "Empty folder → first acknowledged record" + on(suffix), "s", 2, budget);
    }

    static Figure firstRecordCpu(String suffix, Budget budget) {
        return held("startup" + suffix + ".cpu", "CPU until then" + on(suffix), "CPU s", 2, budget);
    }

    static Figure restart(int partitions, boolean killed) {
        var budget = partitions > 1000 ? atMost(0.4, 0.2) : atMost(0.30, killed ? 0.05 : 0.12);
        return held(restartKey(partitions, killed) + ".time", restartLabel(partitions, killed), "s", 2, budget);
    }

    static Figure restartCpu(int partitions, boolean killed) {
        return shown(restartKey(partitions, killed) + ".cpu", "CPU until then", "CPU s", 2);
    }

    static Figure memory(String when, Budget budget) {
        return held("memory." + when, "Resident memory, " + when, "MB", 0, budget);
    }

    static Figure peakMemory() {
        return shown("memory.peak", "Resident memory, highest of the whole session", "MB", 0);
    }

    static Figure produceCpu(LoadCase load) {
        return held(
                "produce." + load.key() + ".cpu",
                "Produce " + load.label() + ": broker CPU",
                "CPU s/GB",
                2,
                atMost(0.40, 0.25));
    }

    static Figure produceRate(LoadCase load) {
        return held(
                "produce." + load.key() + ".rate",
                "Produce " + load.label() + ": throughput",
                "MB/s",
                0,
                atLeast(1.3, 1.8));
    }

    static Figure consumeCpu(LoadCase load) {
        return held(
                "consume." + load.key() + ".cpu",
                "Consume " + load.label() + ": broker CPU",
                "CPU s/GB",
                2,
                atMost(1.0, 0.85));
    }

    static Figure consumeRate(LoadCase load) {
        return shown("consume." + load.key() + ".rate", "Consume " + load.label() + ": throughput", "MB/s", 0);
    }

    static Figure singleCpu() {
        return held(
                "single.cpu",
                "2,000 single records/s, acks=all: broker CPU",
                "ms/1,000 records",
                0,
                atMost(0.55, 0.35));
    }

    static Figure singleLatency(String quantile) {
        var label = "2,000 single records/s: end-to-end " + quantile;
        return quantile.equals("p99")
                ? held("single." + quantile, label, "ms", 2, atMost(0.5, 0.2))
                : shown("single." + quantile, label, "ms", 2);
    }

    static Figure toolTime(ToolCase tool) {
        return held("cli." + tool.key() + ".time", tool.label() + ": time", "s", 3, tool.time());
    }

    static Figure toolCpu(ToolCase tool) {
        return held("cli." + tool.key() + ".cpu", tool.label() + ": CPU", "CPU s", 3, tool.cpu());
    }

    private static String on(String suffix) {
        return suffix.isEmpty() ? "" : ", " + suffix.substring(1);
    }

    private static String restartKey(int partitions, boolean killed) {
        return "restart" + partitions + (killed ? ".killed" : ".clean");
    }

    private static String restartLabel(int partitions, boolean killed) {
        return "Restart with %,d partitions, %s → all answer".formatted(partitions, killed ? "after kill -9" : "clean");
    }

    private static Figure held(String key, String label, String unit, int decimals, Budget budget) {
        return new Figure(key, label, unit, decimals, Optional.of(budget));
    }

    private static Figure shown(String key, String label, String unit, int decimals) {
        return new Figure(key, label, unit, decimals, Optional.empty());
    }
}
