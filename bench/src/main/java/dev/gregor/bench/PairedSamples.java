package dev.gregor.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The samples of all figures, in pairs: the n-th sample of side A belongs to the n-th of side B, taken right after it.
 * Figures keep the order in which they were first seen.
 */
final class PairedSamples {
    private final Map<Figure, Sides> byFigure = new LinkedHashMap<>();

    private record Sides(List<Double> a, List<Double> b) {}

    void add(Figure figure, boolean sideA, double value) {
        var sides = byFigure.computeIfAbsent(figure, unseen -> new Sides(new ArrayList<>(), new ArrayList<>()));
        (sideA ? sides.a : sides.b).add(value);
    }

    List<Row> rows() {
        var rows = new ArrayList<Row>();
        byFigure.forEach((figure, sides) -> rows.add(new Row(figure, sides.a, sides.b)));
        return rows;
    }

    /** A figure and its samples; samples beyond the last whole pair (a side failed) give no ratio. */
    record Row(Figure figure, List<Double> a, List<Double> b) {
        Row {
            a = List.copyOf(a);
            b = List.copyOf(b);
        }

        /** For two builds of one broker, whose ratios no budget speaks of. */
        Row withoutBudget() {
            var unheld = new Figure(figure.key(), figure.label(), figure.unit(), figure.decimals(), Optional.empty());
            return new Row(unheld, a, b);
        }

        /** B / A of each pair. */
        List<Double> ratios() {
            var ratios = new ArrayList<Double>();
            for (int pair = 0; pair < Math.min(a.size(), b.size()); pair++) {
                ratios.add(b.get(pair) / a.get(pair));
            }
            return ratios;
        }
    }

    /** The middle value; of an even number of values the mean of the middle two; NaN of none. */
    static double median(List<Double> values) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /**
     * The exact quantile by nearest rank: the smallest value that at least {@code quantile} of the values do not exceed.
     *
     * @param quantile in (0, 1]
     */
    static long quantile(long[] values, double quantile) {
        if (values.length == 0 || !(quantile > 0 && quantile <= 1)) {
            throw new IllegalArgumentException("quantile " + quantile + " of " + values.length + " values");
        }
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(quantile * sorted.length) - 1];
    }
}
