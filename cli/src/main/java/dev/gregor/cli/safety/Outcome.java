package dev.gregor.cli.safety;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ClusterUnreachableException;
import java.util.Optional;

/**
 * How a change fared; no error means it is done.
 *
 * @param mayBeMade whether it is done, or may be: a request without an answer may have arrived all the same
 */
public record Outcome(Change change, Optional<String> error, boolean mayBeMade) {
    private static final short REQUEST_TIMED_OUT = 7;

    /** One that is done, or has an error and is not. */
    public Outcome(Change change, Optional<String> error) {
        this(change, error, error.isEmpty());
    }

    /** It is done. */
    public static Outcome done(Change change) {
        return new Outcome(change, Optional.empty());
    }

    /** It was refused or not tried, with why in one line. */
    public static Outcome failed(Change change, String error) {
        return new Outcome(change, Optional.of(error));
    }

    /** It was refused; where nobody said how it went, it may be made. */
    public static Outcome failed(Change change, ClusterException why) {
        var text = String.valueOf(why.getMessage());
        return isUnanswered(why)
                ? new Outcome(change, Optional.of(text + "; it may be made all the same"), true)
                : failed(change, text);
    }

    private static boolean isUnanswered(ClusterException why) {
        return why instanceof ClusterUnreachableException
                || (why instanceof ApiErrorException refused && refused.code() == REQUEST_TIMED_OUT);
    }

    /** Whether it is not known to be made. */
    public boolean isFailed() {
        return error.isPresent();
    }
}
