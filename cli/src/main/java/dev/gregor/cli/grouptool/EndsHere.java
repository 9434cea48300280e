package dev.gregor.cli.grouptool;

/** Ends a drop-in with a message on stderr and exit code 1, as Kafka's {@code printErrorAndExit} does. */
public final class EndsHere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the message. */
    public EndsHere(String message) {
        super(message);
    }
}
