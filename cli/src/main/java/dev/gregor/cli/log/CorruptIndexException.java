package dev.gregor.cli.log;

/** An index that a broker would build anew at its start. */
final class CorruptIndexException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CorruptIndexException(String message) {
        super(message);
    }
}
