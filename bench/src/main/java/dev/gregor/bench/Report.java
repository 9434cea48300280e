package dev.gregor.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was measured, for people and for programs.
 *
 * @param headings lines on the run: machine, versions, sizes
 * @param failures a line for each measure that could not be finished
 */
record Report(
        String nameA,
        String nameB,
        List<String> headings,
        List<PairedSamples.Row> rows,
        List<String> shares,
        List<String> failures) {

    String markdown() {
        var lines = new ArrayList<String>();
        headings.forEach(heading -> lines.add("- " + heading));
        lines.add("");
        lines.add("| figure | %s | %s | ratio: median [min–max] | budget: first | goal | reached |"
                .formatted(nameA, nameB));
        lines.add("| --- | ---: | ---: | --- | --- | --- | --- |");
        rows.forEach(row -> lines.add(line(row)));
        if (!shares.isEmpty()) {
            lines.add("");
            lines.add("Who used the processors meanwhile:");
            lines.add("");
            lines.addAll(shares);
        }
        if (!failures.isEmpty()) {
            lines.add("");
            lines.add("Not measured:");
            lines.add("");
            failures.forEach(failure -> lines.add("- " + failure));
        }
        return String.join("\n", lines) + "\n";
    }

    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("report.md"), markdown());
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(folder.resolve("report.json").toFile(), json());
    }

    private Map<String, Object> json() {
        var figures = new LinkedHashMap<String, Object>();
        for (var row : rows) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("label", row.figure().label());
            fields.put("unit", row.figure().unit());
            fields.put("a", row.a());
            fields.put("b", row.b());
            fields.put("ratios", row.ratios());
            row.figure().budget().ifPresent(budget -> {
                fields.put("first", budget.first());
                fields.put("goal", budget.goal());
                fields.put("atMost", budget.atMost());
            });
            figures.put(row.figure().key(), fields);
        }
        return Map.of("a", nameA, "b", nameB, "headings", headings, "figures", figures, "failures", failures);
    }

    private static String line(PairedSamples.Row row) {
        var figure = row.figure();
        var ratios = row.ratios();
        double ratio = PairedSamples.median(ratios);
        var budget = figure.budget();
        return "| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        figure.label(),
                        absolute(figure, row.a()),
                        absolute(figure, row.b()),
                        ratios.isEmpty() ? "–" : spread(ratio, ratios),
                        budget.map(b -> limit(b, b.first())).orElse(""),
                        budget.map(b -> limit(b, b.goal())).orElse(""),
                        ratios.isEmpty()
                                ? "–"
                                : budget.map(b -> b.of(ratio).toString()).orElse(""));
    }

    private static String absolute(Figure figure, List<Double> values) {
        return values.isEmpty()
                ? "–"
                : String.format(
                        Locale.ROOT, "%,." + figure.decimals() + "f %s", PairedSamples.median(values), figure.unit());
    }

    private static String spread(double median, List<Double> ratios) {
        double min = ratios.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double max = ratios.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return String.format(Locale.ROOT, "**%.2f** [%.2f–%.2f]", median, min, max);
    }

    private static String limit(Budget budget, double limit) {
        return (budget.atMost() ? "≤ " : "≥ ") + String.format(Locale.ROOT, "%.2f", limit);
    }
}
