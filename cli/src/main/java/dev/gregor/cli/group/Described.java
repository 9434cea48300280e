package dev.gregor.cli.group;

import dev.gregor.protocol.ApiErrorException;
import java.util.HashMap;
import java.util.Map;

/**
 * What became of a question about several groups.
 *
 * @param groups   in a HashMap by id, whose order is the one in which Kafka's tools go through them
 * @param failures why others could not be described, by id
 */
record Described<D>(Map<String, D> groups, Map<String, RuntimeException> failures) {
    Described() {
        this(new HashMap<>(), new HashMap<>());
    }

    /** The groups that there are: one that is gone by now is left out, any other failure is thrown. */
    Map<String, D> present() {
        for (var failure : failures.values()) {
            if (!isNotFound(failure)) {
                throw failure;
            }
        }
        return groups;
    }

    /** Whether there is no such group. */
    static boolean isNotFound(RuntimeException failure) {
        return failure instanceof ApiErrorException refused && refused.code() == Coordinators.GROUP_ID_NOT_FOUND;
    }

    /** The groups, all of them: the first failure is thrown as the admin client's future throws it. */
    Map<String, D> all() {
        for (var failure : new HashMap<>(failures).values()) {
            throw KafkaFailure.fromFuture(failure);
        }
        return groups;
    }
}
