package dev.gregor.cli.output;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code -o text|json}, for every command that prints a result. */
public final class OutputOptions {
    /** The forms a result is printed in. */
    public enum Format {
        /** Aligned columns. */
        text,
        /** One JSON array of objects. */
        json
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    /** Prints the rows in the form asked for. */
    public void print(PrintWriter out, List<Row> rows) {
        if (format == Format.json) {
            Json.print(out, rows);
        } else {
            Table.print(out, rows, Table.terminalColumns());
        }
        out.flush();
    }

    /** Whether a machine reads the result, so that nothing but JSON may be on stdout. */
    public boolean isJson() {
        return format == Format.json;
    }
}
