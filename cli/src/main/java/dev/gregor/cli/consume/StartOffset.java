package dev.gregor.cli.consume;

/** Where in a partition to start. */
sealed interface StartOffset {
    /** At the log start offset. */
    record Earliest() implements StartOffset {}

    /** At the end: what comes from now on. */
    record Latest() implements StartOffset {}

    /**
     * From this offset on.
     *
     * @param offset 0 or more
     */
    record At(long offset) implements StartOffset {
        public At {
            if (offset < 0) {
                throw new IllegalArgumentException("offset " + offset + " is negative");
            }
        }
    }
}
