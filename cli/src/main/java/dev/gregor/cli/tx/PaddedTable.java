package dev.gregor.cli.tx;

import java.io.PrintStream;
import java.util.List;

/** Rows as {@code kafka-transactions.sh} prints them: columns filled up with spaces, a tab after each. */
final class PaddedTable {
    private PaddedTable() {}

    static void print(PrintStream out, List<String> headings, List<List<String>> rows) {
        var widths = new int[headings.size()];
        widen(widths, headings);
        for (var row : rows) {
            widen(widths, row);
        }
        printRow(out, widths, headings);
        for (var row : rows) {
            printRow(out, widths, row);
        }
    }

    private static void widen(int[] widths, List<String> row) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], row.get(i).length());
        }
    }

    private static void printRow(PrintStream out, int[] widths, List<String> row) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(row.get(i))
                    .append(" ".repeat(widths[i] - row.get(i).length()))
                    .append('\t');
        }
        out.println(line);
    }
}
