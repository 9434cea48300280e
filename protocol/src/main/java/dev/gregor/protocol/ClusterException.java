package dev.gregor.protocol;

/** What came in the way of a request; the message is one line with the values, fit for a person. */
public class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what failed and why, in one line. */
    public ClusterException(String message) {
        super(message);
    }

    /** With what failed and why, in one line, and where it came from. */
    public ClusterException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The exception's class as Kafka's tools would print it, which scripts find in their output. */
    public String kafkaClassName() {
        return getClass().getName();
    }
}
