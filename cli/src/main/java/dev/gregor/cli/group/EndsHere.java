package dev.gregor.cli.group;

/** Ends a drop-in with a message on stderr and exit code 1, as Kafka's {@code printErrorAndExit} does. */
final class EndsHere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EndsHere(String message) {
        super(message);
    }
}
