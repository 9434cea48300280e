package dev.gregor.cli.group;

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

    /** The groups, all of them: the first failure is thrown as the admin client's future throws it. */
    Map<String, D> all() {
        for (var failure : new HashMap<>(failures).values()) {
            throw KafkaFailure.fromFuture(failure);
        }
        return groups;
    }
}
