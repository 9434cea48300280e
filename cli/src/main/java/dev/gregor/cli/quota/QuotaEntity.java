package dev.gregor.cli.quota;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.quota.ClientQuotaEntity;

/**
 * Whom a quota is for: a user, a client id, both, or an address; each by name, or all that have no quota by name.
 *
 * @param parts the kinds and names, in the order in which Kafka's tools say them
 */
public record QuotaEntity(List<Part> parts) {
    /** The protocol's words for the kinds. */
    public static final String USER = ClientQuotaEntity.USER;
    /** A client id. */
    public static final String CLIENT_ID = ClientQuotaEntity.CLIENT_ID;
    /** An address. */
    public static final String IP = ClientQuotaEntity.IP;

    /** As Kafka's tools write the name of all that have no quota by name. */
    public static final String DEFAULT = "<default>";

    /**
     * One half of an entity.
     *
     * @param kind one of the three above
     * @param name empty for the default
     */
    public record Part(String kind, Optional<String> name) {}

    public QuotaEntity {
        parts = List.copyOf(parts);
    }

    /** The key of kafka-clients' map of quotas, whose order is the order Kafka's tool prints them in. */
    ClientQuotaEntity asKafkas() {
        var entries = new HashMap<String, String>();
        for (var part : parts) {
            entries.put(part.kind(), part.name().isPresent() ? part.name().get() : null);
        }
        return new ClientQuotaEntity(entries);
    }

    static QuotaEntity of(Map<String, String> entries) {
        var parts = new ArrayList<Part>();
        for (var kind : List.of(USER, CLIENT_ID, IP)) {
            if (entries.containsKey(kind)) {
                parts.add(new Part(kind, Optional.ofNullable(entries.get(kind))));
            }
        }
        return new QuotaEntity(parts);
    }
}
