package dev.gregor.cli.output;

import org.jline.utils.WCWidth;

/** How many columns of a terminal a text takes: letters of Chinese take two, accents that join the letter before take none. */
final class TextWidth {
    /** Below this each letter takes one column, but for control letters, which no text here has. */
    private static final int FIRST_UNUSUAL = 0x300;

    private TextWidth() {}

    static int of(String text) {
        return isUsual(text) ? text.length() : measured(text);
    }

    /** The beginning that fits, cut between letters. */
    static String cut(String text, int columns) {
        if (isUsual(text)) {
            return text.substring(0, Math.min(columns, text.length()));
        }
        int width = 0;
        int end = 0;
        while (end < text.length()) {
            int letter = text.codePointAt(end);
            width += columns(letter);
            if (width > columns) {
                break;
            }
            end += Character.charCount(letter);
        }
        return text.substring(0, end);
    }

    private static boolean isUsual(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_UNUSUAL) {
                return false;
            }
        }
        return true;
    }

    private static int measured(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            width += columns(text.codePointAt(i));
        }
        return width;
    }

    private static int columns(int letter) {
        return Math.max(0, WCWidth.wcwidth(letter));
    }
}
