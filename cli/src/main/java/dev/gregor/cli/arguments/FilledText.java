package dev.gregor.cli.arguments;

import java.text.BreakIterator;
import java.util.Locale;

/** Text broken into lines of one width, its spaces stretched until the lines are full, as argparse4j prints help and errors. */
final class FilledText {
    private FilledText() {}

    /**
     * Fills a text.
     *
     * @param width  of a line, in characters
     * @param offset how much of the first line is taken already
     * @param indent what stands before each further line
     */
    static String of(String text, int width, int offset, String indent) {
        var breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        var filled = new StringBuilder();
        var line = new StringBuilder();
        int lineWidth = offset;
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            var part = text.substring(start, end);
            if (lineWidth + part.length() > width) {
                filled.append(stretched(line.toString(), width - lineWidth))
                        .append('\n')
                        .append(indent);
                line.setLength(0);
                lineWidth = indent.length();
            }
            line.append(part);
            lineWidth += part.length();
            if (part.endsWith("\n")) {
                filled.append(line).append(indent);
                line.setLength(0);
                lineWidth = indent.length();
            }
            start = end;
        }
        return filled.append(line).toString();
    }

    /** The line without spaces at its ends, and these and {@code room} more between its words, the odd ones in its middle. */
    private static String stretched(String line, int room) {
        int from = 0;
        while (from < line.length() && line.charAt(from) == ' ') {
            from++;
        }
        int to = line.length();
        while (to > from && line.charAt(to - 1) == ' ') {
            to--;
        }
        var bare = line.substring(from, to);
        int gaps = gaps(bare);
        if (gaps == 0) {
            return bare;
        }
        int spaces = room + line.length() - bare.length();
        int odd = spaces % gaps;
        int firstOdd = (gaps - odd + 1) / 2;
        var wide = new StringBuilder();
        int gap = 0;
        for (int i = 0; i < bare.length(); i++) {
            if (startsGap(bare, i)) {
                wide.append(" ".repeat(Math.max(0, spaces / gaps + (firstOdd <= gap && gap < firstOdd + odd ? 1 : 0))));
                gap++;
            }
            wide.append(bare.charAt(i));
        }
        return wide.toString();
    }

    private static int gaps(String line) {
        int gaps = 0;
        for (int i = 0; i < line.length(); i++) {
            gaps += startsGap(line, i) ? 1 : 0;
        }
        return gaps;
    }

    private static boolean startsGap(String line, int index) {
        return line.charAt(index) == ' ' && (index == 0 || line.charAt(index - 1) != ' ');
    }
}
