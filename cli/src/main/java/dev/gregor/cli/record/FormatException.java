package dev.gregor.cli.record;

/** A format string that cannot be read: the message says why, and points at the character in a second and third line. */
public final class FormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    FormatException(String problem, String format, int column) {
        super(problem + " at column " + (column + 1) + "\n  " + format + "\n  " + " ".repeat(column) + "^");
    }
}
