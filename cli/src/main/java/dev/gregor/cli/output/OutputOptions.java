package dev.gregor.cli.output;

import dev.gregor.cli.Session;
import dev.gregor.cli.names.Nearest;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code -o} and {@code --columns}, for every command that prints a result. */
public final class OutputOptions {
    /** The forms a result is printed in. */
    public enum Format {
        /** Aligned columns, those that matter most. */
        table,
        /** Aligned columns, all there are. */
        wide,
        /** One JSON array of objects. */
        json,
        /** One YAML list of maps. */
        yaml,
        /** The first field alone, each value once. */
        name
    }

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec mixee;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.table;

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "FIELD",
            description = "These fields only, in this order, by their names in JSON.")
    private List<String> columns = List.of();

    /** Prints the rows in the form asked for. */
    public void print(PrintWriter out, List<Row> rows) {
        print(mixee.commandLine(), Session.of(mixee).screen(), out, rows);
    }

    /**
     * Prints the rows in the form asked for; for options that are part of other options.
     *
     * @param line whose options these are
     */
    public void print(CommandLine line, Screen screen, PrintWriter out, List<Row> rows) {
        var shown = picked(line, rows);
        switch (format) {
            case json -> Json.print(out, shown);
            case yaml -> Yaml.print(out, shown);
            case name -> names(out, shown);
            case wide -> Table.print(out, widened(shown), screen);
            case table -> Table.print(out, shown, screen);
        }
        out.flush();
    }

    /** Takes rows one by one, for results that are too long to keep; for {@link #isJson}. */
    public JsonRows json(PrintWriter out) {
        return new JsonRows(
                out, row -> picked(mixee.commandLine(), List.of(row)).get(0));
    }

    /** Whether a machine reads the result, so that nothing else may be on stdout. */
    public boolean isJson() {
        return format == Format.json;
    }

    /** Whether a person reads the result. */
    public boolean isTable() {
        return format == Format.table || format == Format.wide;
    }

    private List<Row> picked(CommandLine line, List<Row> rows) {
        if (columns.isEmpty() || rows.isEmpty()) {
            return rows;
        }
        var known = rows.get(0).fields().keySet();
        for (var column : columns) {
            if (!known.contains(column)) {
                var nearest = Nearest.to(column, known);
                throw new ParameterException(
                        line,
                        "no field '" + column + "'"
                                + (nearest.isPresent()
                                        ? "; did you mean '" + nearest.get() + "'?"
                                        : "; there is " + String.join(", ", known)));
            }
        }
        var picked = new ArrayList<Row>();
        for (var row : rows) {
            picked.add(row.only(columns));
        }
        return picked;
    }

    private static List<Row> widened(List<Row> rows) {
        var wide = new ArrayList<Row>();
        for (var row : rows) {
            wide.add(row.only(List.copyOf(row.fields().keySet())));
        }
        return wide;
    }

    private static void names(PrintWriter out, List<Row> rows) {
        var names = new LinkedHashSet<String>();
        for (var row : rows) {
            names.add(row.cell(row.fields().keySet().iterator().next()));
        }
        names.forEach(out::println);
    }
}
