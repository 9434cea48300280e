package dev.gregor.cli.dropin;

/** Ends a drop-in with a message and its help on stderr and exit code 1, as Kafka's {@code printUsageAndExit} does. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what is wrong, in Kafka's words. */
    public UsageException(String message) {
        super(message);
    }
}
