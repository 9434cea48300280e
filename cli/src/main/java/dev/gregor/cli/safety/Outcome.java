package dev.gregor.cli.safety;

import java.util.Optional;

/** How a change fared; no error means it is done. */
public record Outcome(Change change, Optional<String> error) {
    /** It is done. */
    public static Outcome done(Change change) {
        return new Outcome(change, Optional.empty());
    }

    /** It was refused or not tried, with why in one line. */
    public static Outcome failed(Change change, String error) {
        return new Outcome(change, Optional.of(error));
    }

    /** Whether it was not made. */
    public boolean isFailed() {
        return error.isPresent();
    }
}
