package dev.gregor.cli.quota;

import dev.gregor.cli.names.Nearest;
import java.util.List;

/** The keys that quotas have. */
final class QuotaKey {
    private static final List<String> OF_CLIENTS =
            List.of("producer_byte_rate", "consumer_byte_rate", "request_percentage", "controller_mutation_rate");
    private static final List<String> OF_ADDRESSES = List.of("connection_creation_rate");

    private QuotaKey() {}

    /**
     * Checks that such an entity can have this quota.
     *
     * @throws IllegalArgumentException when it cannot
     */
    static void check(QuotaEntity entity, String key) {
        boolean isAddress = entity.parts().get(0).kind().equals(QuotaEntity.IP);
        var known = isAddress ? OF_ADDRESSES : OF_CLIENTS;
        if (!known.contains(key)) {
            var nearest = Nearest.to(key, known);
            throw new IllegalArgumentException(
                    (isAddress ? "an address" : "a user or client") + " has no quota '" + key + "'"
                            + (nearest.isPresent()
                                    ? "; did you mean '" + nearest.get() + "'?"
                                    : "; there is " + String.join(", ", known)));
        }
    }
}
