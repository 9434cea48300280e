package dev.gregor.cli.offsets;

/** The text of offsets and how far it has been read. Owned by one parse. */
final class Words {
    private final String text;
    private int position;

    Words(String text) {
        this.text = text;
    }

    int position() {
        return position;
    }

    void backTo(int position) {
        this.position = position;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    boolean at(char expected) {
        return position < text.length() && text.charAt(position) == expected;
    }

    boolean atDigit() {
        return isDigit(position);
    }

    /** Whether the character so many places ahead is a digit. */
    boolean digitAhead(int places) {
        return isDigit(position + places);
    }

    /** The character so many places ahead; a blank after the end. */
    char ahead(int places) {
        int index = position + places;
        return index < text.length() ? text.charAt(index) : ' ';
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    boolean skip(char expected) {
        if (!at(expected)) {
            return false;
        }
        position++;
        return true;
    }

    /** Takes the letters that stand here, which may be none. */
    String letters() {
        int start = position;
        while (position < text.length() && Character.isLetter(text.charAt(position))) {
            position++;
        }
        return text.substring(start, position);
    }

    long number() {
        int start = position;
        while (atDigit()) {
            position++;
        }
        if (start == position) {
            throw problem("a number is missing");
        }
        try {
            return Long.parseLong(text, start, position, 10);
        } catch (NumberFormatException tooLarge) {
            throw problem("the number is too large", start);
        }
    }

    /** A number of exactly so many digits. */
    int digits(int count) {
        int start = position;
        for (int i = 0; i < count; i++) {
            if (!atDigit()) {
                throw problem("a digit is missing");
            }
            position++;
        }
        return Integer.parseInt(text, start, position, 10);
    }

    int partition() {
        int start = position;
        long number = number();
        if (number > Integer.MAX_VALUE) {
            throw problem("no partition has this number", start);
        }
        return (int) number;
    }

    String group() {
        int start = position;
        if (skip('\'')) {
            int end = text.indexOf('\'', position);
            if (end < 0) {
                throw problem("the quote is never closed", start);
            }
            position = end + 1;
            return text.substring(start + 1, end);
        }
        while (!atEnd() && !at(',') && !at(':')) {
            position++;
        }
        if (position == start) {
            throw problem("the group's name is missing");
        }
        return text.substring(start, position);
    }

    OffsetSyntaxException problem(String problem) {
        return problem(problem, position);
    }

    OffsetSyntaxException problem(String problem, int column) {
        return new OffsetSyntaxException(problem, text, Math.min(column, text.length()));
    }
}
