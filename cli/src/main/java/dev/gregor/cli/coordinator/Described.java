package dev.gregor.cli.coordinator;

import dev.gregor.protocol.ApiErrorException;
import java.util.HashMap;
import java.util.Map;

/**
 * What became of a question about several groups.
 *
 * @param groups   in a HashMap by id, whose order is the one in which Kafka's tools go through them
 * @param failures why others could not be described, by id
 */
public record Described<D>(Map<String, D> groups, Map<String, RuntimeException> failures) {
    /** Of nothing yet. */
    public Described() {
        this(new HashMap<>(), new HashMap<>());
    }

    /** The groups that there are: one that is gone by now is left out, any other failure is thrown. */
    public Map<String, D> present() {
        for (var failure : failures.values()) {
            if (!isNotFound(failure)) {
                throw failure;
            }
        }
        return groups;
    }

    /** Whether there is no such group. */
    public static boolean isNotFound(RuntimeException failure) {
        return failure instanceof ApiErrorException refused && refused.code() == Coordinators.GROUP_ID_NOT_FOUND;
    }
}
