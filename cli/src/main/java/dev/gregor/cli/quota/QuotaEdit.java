package dev.gregor.cli.quota;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.ChangeOptions;
import dev.gregor.cli.safety.Outcome;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
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
            changes.add(change(key, text(amount)));
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
        undo.add(now == null ? key : key + "=" + text(now));
        var from = now == null ? Change.NOTHING : text(now);
        return Change.of("quota " + QuotaTarget.text(entity) + ": " + key, from, to)
                .undoneBy(undo);
    }

    private static String text(double amount) {
        return QuotaKey.number(amount).toString();
    }

    int carryOut(ChangeOptions options, ConnectionOptions connection) {
        return options.carryOut(connection, client, changes, agreed -> {
            var outcomes = new ArrayList<Outcome>();
            try {
                quotas.alter(entity, set, remove);
                agreed.forEach(change -> outcomes.add(Outcome.done(change)));
            } catch (ClusterException refused) {
                agreed.forEach(change -> outcomes.add(Outcome.failed(change, String.valueOf(refused.getMessage()))));
            }
            return outcomes;
        });
    }
}
