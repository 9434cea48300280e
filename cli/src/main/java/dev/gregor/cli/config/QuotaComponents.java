package dev.gregor.cli.config;

import dev.gregor.cli.quota.QuotaEntity;
import dev.gregor.cli.quota.Quotas;
import dev.gregor.protocol.ApiErrorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Users, clients and addresses of a line of {@code kafka-configs.sh} in the quotas' terms. */
final class QuotaComponents {
    private static final short UNSUPPORTED_ENDPOINT_TYPE = 115;

    private QuotaComponents() {}

    static List<Quotas.Component> of(EntitySelection entities) {
        if (entities.names().size() > entities.types().size()) {
            throw new IllegalArgumentException("More entity names specified than entity types");
        }
        var components = new ArrayList<Quotas.Component>();
        for (int i = 0; i < entities.types().size(); i++) {
            components.add(new Quotas.Component(
                    kind(entities.types().get(i)),
                    i < entities.names().size() ? Optional.of(entities.names().get(i)) : Optional.empty()));
        }
        return components;
    }

    static QuotaEntity entity(EntitySelection entities) {
        var parts = new ArrayList<QuotaEntity.Part>();
        for (int i = 0; i < entities.types().size(); i++) {
            var name = entities.names().get(i);
            parts.add(new QuotaEntity.Part(
                    kind(entities.types().get(i)), name.isEmpty() ? Optional.empty() : Optional.of(name)));
        }
        return new QuotaEntity(parts);
    }

    private static String kind(String type) {
        return switch (type) {
            case EntitySelection.USERS -> QuotaEntity.USER;
            case EntitySelection.CLIENTS -> QuotaEntity.CLIENT_ID;
            default -> QuotaEntity.IP;
        };
    }

    /** Controllers serve neither quotas nor users themselves. */
    static ApiErrorException notThroughControllers() {
        return new ApiErrorException(
                UNSUPPORTED_ENDPOINT_TYPE,
                "This Admin API is not yet supported when communicating directly with the controller quorum.");
    }
}
