package dev.gregor.cli.storage;

/** A line of kafka-storage that cannot be read. */
final class StorageMisuse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StorageMisuse(String message) {
        super(message);
    }
}
