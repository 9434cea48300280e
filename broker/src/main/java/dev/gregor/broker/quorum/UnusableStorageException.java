package dev.gregor.broker.quorum;

/** A folder of {@code log.dirs} cannot be used. The message is one line: what is wrong and what to do; nothing was changed. */
public final class UnusableStorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableStorageException(String message) {
        super(message);
    }

    UnusableStorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
