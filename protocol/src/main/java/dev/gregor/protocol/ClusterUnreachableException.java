package dev.gregor.protocol;

/** No broker could be asked, or none answered, before the deadline: the message names each address and how it failed. */
public final class ClusterUnreachableException extends ClusterException {
    private static final long serialVersionUID = 1L;

    /** With what was tried, and how the last try failed. */
    public ClusterUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
