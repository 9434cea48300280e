package dev.gregor.cli.apply;

import dev.gregor.cli.quota.QuotaAmount;
import dev.gregor.cli.quota.QuotaEntity;
import dev.gregor.cli.quota.Quotas;
import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.Step;
import dev.gregor.protocol.ClusterClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** {@code quotas}: a list of whom (user, clientId, ip) and how much; a value that is null shall not be there. */
final class QuotaSection implements Section {
    private static final String KEY = "quotas";
    private static final String VALUES = "values";

    /** The file's words for the protocol's kinds, in the order in which a line says them. */
    private static final Map<String, String> KINDS = kinds();

    private static Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("user", QuotaEntity.USER);
        kinds.put("clientId", QuotaEntity.CLIENT_ID);
        kinds.put("ip", QuotaEntity.IP);
        return kinds;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Wanted read(YamlValue value) {
        var wanted = new LinkedHashMap<QuotaEntity, Map<String, Optional<Double>>>();
        var known = new ArrayList<>(KINDS.keySet());
        known.add(VALUES);
        for (var item : value.items()) {
            var fields = item.fields(known);
            var parts = new ArrayList<QuotaEntity.Part>();
            KINDS.forEach((word, kind) -> {
                var field = fields.get(word);
                if (field != null) {
                    var name = field.text();
                    parts.add(new QuotaEntity.Part(
                            kind, name.equals(QuotaEntity.DEFAULT) ? Optional.empty() : Optional.of(name)));
                }
            });
            var values = fields.get(VALUES);
            if (parts.isEmpty() || values == null) {
                throw item.wrong(parts.isEmpty() ? "says neither user nor clientId nor ip" : "has no '" + VALUES + "'");
            }
            var amounts = new TreeMap<String, Optional<Double>>();
            values.fields()
                    .forEach((name, amount) ->
                            amounts.put(name, amount.isNull() ? Optional.empty() : Optional.of(amount.decimal())));
            if (wanted.put(new QuotaEntity(parts), amounts) != null) {
                throw item.wrong("is there twice");
            }
        }
        return (client, prune) -> compare(client, wanted, present(client), prune);
    }

    private static Map<QuotaEntity, Map<String, Double>> present(ClusterClient client) {
        var present = new LinkedHashMap<QuotaEntity, Map<String, Double>>();
        for (var quota : new Quotas(client).find(List.of(), false)) {
            present.put(quota.entity(), new TreeMap<>(quota.values()));
        }
        return present;
    }

    /** Compares; asks nothing. */
    static List<Step> compare(
            ClusterClient client,
            Map<QuotaEntity, Map<String, Optional<Double>>> wanted,
            Map<QuotaEntity, Map<String, Double>> present,
            boolean prune) {
        var goals = new LinkedHashMap<QuotaEntity, Map<String, Optional<Double>>>();
        wanted.forEach((entity, values) -> goals.put(entity, new TreeMap<>(values)));
        if (prune) {
            present.forEach((entity, values) -> values.keySet()
                    .forEach(name -> goals.computeIfAbsent(entity, unwanted -> new TreeMap<>())
                            .putIfAbsent(name, Optional.empty())));
        }
        var steps = new ArrayList<Step>();
        goals.forEach((entity, values) -> step(client, entity, values, present.getOrDefault(entity, Map.of()))
                .ifPresent(steps::add));
        return steps;
    }

    private static Optional<Step> step(
            ClusterClient client,
            QuotaEntity entity,
            Map<String, Optional<Double>> wanted,
            Map<String, Double> present) {
        var changes = new ArrayList<Change>();
        var set = new TreeMap<String, Double>();
        var remove = new ArrayList<String>();
        wanted.forEach((name, goal) -> {
            var now = Optional.ofNullable(present.get(name));
            if (!goal.equals(now)) {
                goal.ifPresentOrElse(value -> set.put(name, value), () -> remove.add(name));
                var before = fields(entity);
                before.put(VALUES, Map.of(name, now.map(QuotaAmount::number)));
                changes.add(Change.of(
                                "quota " + text(entity) + ": " + name,
                                now.map(QuotaAmount::text).orElse(Change.NOTHING),
                                goal.map(QuotaAmount::text).orElse(Change.NOTHING))
                        .undoneBy(UndoLine.of(KEY, List.of(before))));
            }
        });
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(Step.allOrNone(changes, () -> new Quotas(client).alter(entity, set, remove)));
    }

    private static String text(QuotaEntity entity) {
        var text = new StringBuilder();
        fields(entity)
                .forEach((kind, name) -> text.append(text.isEmpty() ? "" : ", ")
                        .append(kind)
                        .append(' ')
                        .append(name));
        return text.toString();
    }

    private static Map<String, Object> fields(QuotaEntity entity) {
        var fields = new LinkedHashMap<String, Object>();
        KINDS.forEach((word, kind) -> {
            for (var part : entity.parts()) {
                if (part.kind().equals(kind)) {
                    fields.put(word, part.name().orElse(QuotaEntity.DEFAULT));
                }
            }
        });
        return fields;
    }

    @Override
    public Object export(ClusterClient client, Consumer<String> leftOut) {
        var items = new TreeMap<String, Map<String, Object>>();
        present(client).forEach((entity, values) -> {
            var fields = fields(entity);
            var amounts = new TreeMap<String, Object>();
            values.forEach((name, amount) -> amounts.put(name, QuotaAmount.number(amount)));
            fields.put(VALUES, amounts);
            items.put(text(entity), fields);
        });
        return List.copyOf(items.values());
    }
}
