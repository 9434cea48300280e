package dev.gregor.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows as aligned columns under headings. On a terminal the widest columns give way until a line fits; in a pipe nothing is cut. */
final class Table {
    /** System property: the terminal's width, set by the launcher when stdout is one. */
    private static final String COLUMNS_PROPERTY = "gregor.columns";

    private static final String GAP = "  ";
    private static final String CUT = "…";
    private static final int NARROWEST = 6;

    private Table() {}

    /** The terminal's width; endless when stdout is none. */
    static int terminalColumns() {
        return Integer.getInteger(COLUMNS_PROPERTY, Integer.MAX_VALUE);
    }

    static void print(PrintWriter out, List<Row> rows, int width) {
        if (rows.isEmpty()) {
            return;
        }
        var columns = rows.get(0).columns();
        var lines = new ArrayList<List<String>>();
        var headings = new ArrayList<String>();
        for (var column : columns) {
            headings.add(heading(column));
        }
        lines.add(headings);
        for (var row : rows) {
            var cells = new ArrayList<String>();
            for (var column : columns) {
                cells.add(row.cell(column));
            }
            lines.add(cells);
        }
        var widths = fitted(lines, columns.size(), width);
        for (var line : lines) {
            out.println(format(line, widths));
        }
    }

    private static String heading(String field) {
        var heading = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            if (Character.isUpperCase(field.charAt(i))) {
                heading.append('-');
            }
            heading.append(field.charAt(i));
        }
        return heading.toString().toUpperCase(Locale.ROOT);
    }

    private static int[] fitted(List<List<String>> lines, int columns, int width) {
        var widths = new int[columns];
        for (var line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        long excess = -width + (long) GAP.length() * (columns - 1);
        for (int columnWidth : widths) {
            excess += columnWidth;
        }
        while (excess > 0) {
            int widest = 0;
            for (int i = 1; i < columns; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
            excess--;
        }
        return widths;
    }

    private static String format(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            var cell = cells.get(i);
            if (cell.length() > widths[i]) {
                cell = cell.substring(0, widths[i] - CUT.length()) + CUT;
            }
            line.append(i == 0 ? "" : GAP).append(cell);
            if (i < widths.length - 1) {
                line.append(" ".repeat(widths[i] - cell.length()));
            }
        }
        return line.toString();
    }
}
