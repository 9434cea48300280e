package dev.gregor.broker.network;

/** What came is not a request and cannot be answered: the connection is closed. */
final class InvalidFrameException extends RuntimeException {
    InvalidFrameException(String message) {
        super(message, null, false, false);
    }
}
