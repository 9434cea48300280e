package dev.gregor.cli.arguments;

/** A command line that cannot be read; the message is argparse4j's. */
public final class ArgumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String report;

    /** About this table's part of the line. */
    public ArgumentException(ArgumentTable table, String message) {
        this(table, message, "");
    }

    ArgumentException(ArgumentTable table, String message, String hint) {
        super(message);
        this.report = new ArgumentHelp(table).misuse(message) + hint;
    }

    static ArgumentException about(ArgumentTable table, Argument argument, String problem) {
        return new ArgumentException(table, "argument " + argument.label() + ": " + problem);
    }

    /** What argparse4j prints: the usage, the error, names that are near; lines that end. */
    public String report() {
        return report;
    }
}
