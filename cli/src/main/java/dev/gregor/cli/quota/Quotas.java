package dev.gregor.cli.quota;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.message.AlterClientQuotasRequestData;
import org.apache.kafka.common.message.AlterClientQuotasRequestData.EntityData;
import org.apache.kafka.common.message.AlterClientQuotasRequestData.EntryData;
import org.apache.kafka.common.message.AlterClientQuotasRequestData.OpData;
import org.apache.kafka.common.message.AlterClientQuotasResponseData;
import org.apache.kafka.common.message.DescribeClientQuotasRequestData;
import org.apache.kafka.common.message.DescribeClientQuotasRequestData.ComponentData;
import org.apache.kafka.common.message.DescribeClientQuotasResponseData;
import org.apache.kafka.common.quota.ClientQuotaEntity;

/** A cluster's client quotas (KIP-546; brokers 2.6 and newer). Refusals come as {@link ApiErrorException}. */
public final class Quotas {
    private static final byte EXACT = 0;
    private static final byte DEFAULT = 1;
    private static final byte ANY = 2;

    private final ClusterClient client;

    /** Of this cluster; the client stays the caller's. */
    public Quotas(ClusterClient client) {
        this.client = client;
    }

    /**
     * What must hold of an entity's part of that kind.
     *
     * @param kind as in {@link QuotaEntity}
     * @param name empty for any name and the default; with an empty text: the default alone
     */
    public record Component(String kind, Optional<String> name) {}

    /** An entity and its quotas by key, bytes a second, percent or operations a second. */
    public record Quota(QuotaEntity entity, Map<String, Double> values) {}

    /**
     * The quotas of the entities that the components describe.
     *
     * @param strict whether an entity may have no part but those
     */
    public List<Quota> find(List<Component> components, boolean strict) {
        var request = new DescribeClientQuotasRequestData().setStrict(strict);
        for (var component : components) {
            request.components().add(wire(component));
        }
        var answer = client.ask(Target.anyBroker(), request, new DescribeClientQuotasResponseData());
        if (answer.errorCode() != ErrorCodes.NONE) {
            throw new ApiErrorException(answer.errorCode(), answer.errorMessage());
        }
        // Hash maps on purpose, and of these sizes: their order is the order in which Kafka's tool prints.
        var found = new HashMap<ClientQuotaEntity, Map<String, Double>>(
                answer.entries().size());
        for (var entry : answer.entries()) {
            var entity = new HashMap<String, String>(entry.entity().size());
            for (var part : entry.entity()) {
                entity.put(part.entityType(), part.entityName());
            }
            var values = new HashMap<String, Double>(entry.values().size());
            for (var value : entry.values()) {
                values.put(value.key(), value.value());
            }
            found.put(new ClientQuotaEntity(entity), values);
        }
        var quotas = new ArrayList<Quota>();
        for (var entry : found.entrySet()) {
            quotas.add(new Quota(QuotaEntity.of(entry.getKey().entries()), entry.getValue()));
        }
        return quotas;
    }

    private static ComponentData wire(Component component) {
        var wire = new ComponentData().setEntityType(component.kind());
        if (component.name().isEmpty()) {
            return wire.setMatchType(ANY).setMatch(null);
        }
        var name = component.name().get();
        return name.isEmpty()
                ? wire.setMatchType(DEFAULT).setMatch(null)
                : wire.setMatchType(EXACT).setMatch(name);
    }

    /** Sets and removes quotas of one entity, all or none. */
    public void alter(QuotaEntity entity, Map<String, Double> set, List<String> remove) {
        var entry = new EntryData();
        for (var part : entity.parts()) {
            entry.entity()
                    .add(new EntityData()
                            .setEntityType(part.kind())
                            .setEntityName(part.name().orElse(null)));
        }
        for (var value : set.entrySet()) {
            entry.ops().add(new OpData().setKey(value.getKey()).setValue(value.getValue()));
        }
        for (var key : remove) {
            entry.ops().add(new OpData().setKey(key).setRemove(true));
        }
        var request = new AlterClientQuotasRequestData();
        request.entries().add(entry);
        var answer = client.ask(Target.controller(), request, new AlterClientQuotasResponseData(), Quotas::firstError);
        for (var row : answer.entries()) {
            if (row.errorCode() != ErrorCodes.NONE) {
                throw new ApiErrorException(row.errorCode(), row.errorMessage());
            }
        }
    }

    private static short firstError(AlterClientQuotasResponseData answer) {
        for (var row : answer.entries()) {
            return row.errorCode();
        }
        return ErrorCodes.NONE;
    }
}
