package dev.gregor.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rows as aligned columns under headings, numbers to the right. On a terminal the widest columns give way until a line
 * fits; in a pipe nothing is cut.
 */
public final class Table {
    private static final String GAP = "  ";
    private static final String CUT = "…";
    private static final int NARROWEST = 6;

    private record Cell(String text, Tone tone) {}

    private Table() {}

    /** Prints the rows' shown fields; nothing at all when there is no row. */
    public static void print(PrintWriter out, List<Row> rows, Screen screen) {
        if (rows.isEmpty()) {
            return;
        }
        var columns = rows.get(0).columns();
        var lines = new ArrayList<List<Cell>>();
        var headings = new ArrayList<Cell>();
        for (var column : columns) {
            headings.add(new Cell(heading(column), Tone.HEADING));
        }
        lines.add(headings);
        for (var row : rows) {
            var cells = new ArrayList<Cell>();
            for (var column : columns) {
                cells.add(new Cell(oneLine(row.cell(column)), row.tone(column)));
            }
            lines.add(cells);
        }
        var widths = fitted(lines, columns.size(), screen.columns());
        var numbers = numbers(rows, columns);
        for (var line : lines) {
            out.println(format(line, widths, numbers, screen));
        }
    }

    /** Whether each column holds numbers only. */
    private static boolean[] numbers(List<Row> rows, List<String> columns) {
        var numbers = new boolean[columns.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = true;
            for (var row : rows) {
                numbers[i] &= row.isNumber(columns.get(i));
            }
        }
        return numbers;
    }

    /** A value with line ends or other control letters in it would break the table. */
    private static String oneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                var line = new StringBuilder(text);
                for (int j = i; j < line.length(); j++) {
                    if (Character.isISOControl(line.charAt(j))) {
                        line.setCharAt(j, ' ');
                    }
                }
                return line.toString();
            }
        }
        return text;
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

    private static int[] fitted(List<List<Cell>> lines, int columns, int width) {
        var widths = new int[columns];
        for (var line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], TextWidth.of(line.get(i).text()));
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

    private static String format(List<Cell> cells, int[] widths, boolean[] numbers, Screen screen) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            var text = cells.get(i).text();
            if (TextWidth.of(text) > widths[i]) {
                text = TextWidth.cut(text, widths[i] - CUT.length()) + CUT;
            }
            var padding = " ".repeat(widths[i] - TextWidth.of(text));
            boolean last = i == widths.length - 1;
            line.append(i == 0 ? "" : GAP)
                    .append(numbers[i] ? padding : "")
                    .append(cells.get(i).tone().paint(text, screen))
                    .append(numbers[i] || last ? "" : padding);
        }
        return line.toString();
    }
}
