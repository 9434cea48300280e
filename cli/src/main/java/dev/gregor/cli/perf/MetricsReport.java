package dev.gregor.cli.perf;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** A client's metrics by name, in two columns. */
final class MetricsReport {
    private MetricsReport() {}

    static void print(PrintStream out, Map<MetricName, ? extends Metric> metrics) {
        if (metrics.isEmpty()) {
            return;
        }
        var values = new TreeMap<String, Object>();
        int width = 0;
        for (var metric : metrics.values()) {
            var name = metric.metricName();
            var shown = name.group() + ":" + name.name() + ":" + name.tags();
            width = Math.max(width, shown.length());
            values.put(shown, metric.metricValue());
        }
        var column = "%-" + width + "s";
        out.println(("\n" + column + "   %s").formatted("Metric Name", "Value"));
        values.forEach((name, value) ->
                out.println((column + (value instanceof Double ? " : %.3f" : " : %s")).formatted(name, value)));
    }
}
