package dev.gregor.conformance.client;

import java.time.Duration;

/** A limit that starts to run when it is made. */
record Deadline(Duration limit, long startNs) {
    Deadline(Duration limit) {
        this(limit, System.nanoTime());
    }

    boolean isOver() {
        return System.nanoTime() - startNs > limit.toNanos();
    }

    /** Itself, while it runs. @throws AssertionError with the state reached when it is over */
    Deadline orFail(String state) {
        if (isOver()) {
            throw new AssertionError("Not within " + limit + ": " + state);
        }
        return this;
    }
}
