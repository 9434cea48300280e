package dev.gregor.cli.offsets;

/** Offsets that cannot be read: the message says why, and points at the character in a second and third line. */
public final class OffsetSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int column;

    OffsetSyntaxException(String problem, String text, int column) {
        super(problem + " at column " + (column + 1) + "\n  " + text + "\n  " + " ".repeat(column) + "^");
        this.column = column;
    }

    /** Where it went wrong, from 0. */
    public int column() {
        return column;
    }
}
