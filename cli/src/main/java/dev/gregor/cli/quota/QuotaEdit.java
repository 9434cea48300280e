package dev.gregor.cli.quota;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.ChangeOptions;
import dev.gregor.cli.safety.Execution;
import dev.gregor.cli.safety.Step;
import dev.gregor.protocol.ClusterClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Changes one entity's quotas on the rails: shown key by key, made all or none. */
final class QuotaEdit {
    private final Quotas quotas;
    private final ClusterClient client;
    private final QuotaEntity entity;
    private final Map<String, Double> present = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Double> set = new TreeMap<>();
    private final List<String> remove = new ArrayList<>();

    QuotaEdit(ClusterClient client, QuotaEntity entity) {
        this.client = client;
        this.quotas = new Quotas(client);
        this.entity = entity;
        for (var quota : quotas.find(QuotaTarget.components(entity), true)) {
            present.putAll(quota.values());
        }
    }

    /** Every quota the entity has. */
    List<String> present() {
        return List.copyOf(present.keySet());
    }

    void set(String key, double amount) {
        var now = present.get(key);
        if (now == null || now != amount) {
            set.put(key, amount);
            changes.add(change(key, QuotaAmount.text(amount)));
        }
    }

    void remove(String key) {
        if (present.containsKey(key)) {
            remove.add(key);
            changes.add(change(key, Change.NOTHING));
        }
    }

    private Change change(String key, String to) {
        var now = present.get(key);
        var undo = new ArrayList<>(List.of("quota", now == null ? "remove" : "set"));
        undo.addAll(QuotaTarget.words(entity));
        undo.add(now == null ? key : key + "=" + QuotaAmount.text(now));
        var from = now == null ? Change.NOTHING : QuotaAmount.text(now);
        return Change.of("quota " + QuotaTarget.text(entity) + ": " + key, from, to)
                .undoneBy(undo);
    }

    int carryOut(ChangeOptions options, ConnectionOptions connection) {
        var step = Step.allOrNone(changes, () -> quotas.alter(entity, set, remove));
        return options.carryOut(connection, client, changes, Execution.inSteps(List.of(step)));
    }
}
