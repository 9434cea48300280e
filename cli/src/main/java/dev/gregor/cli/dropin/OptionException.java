package dev.gregor.cli.dropin;

/** A command line that cannot be read; the message is the one jopt-simple gives. */
public final class OptionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With jopt-simple's message. */
    public OptionException(String message) {
        super(message);
    }

    static OptionException unknown(String name, boolean twoDashes) {
        // After one dash the word counts as a cluster of short options, and no tool has any: its first letter is to
        // blame.
        var blamed = twoDashes || name.isEmpty() ? name : name.substring(0, 1);
        return new OptionException(blamed + " is not a recognized option");
    }
}
