package dev.gregor.protocol;

/** The cluster has no live broker of the id asked for: it never had, or the broker is down. */
public final class UnknownBrokerException extends ClusterException {
    private static final long serialVersionUID = 1L;

    /** With the id, and those there are. */
    public UnknownBrokerException(String message) {
        super(message);
    }
}
