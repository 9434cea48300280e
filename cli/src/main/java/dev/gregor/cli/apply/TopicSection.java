package dev.gregor.cli.apply;

import dev.gregor.cli.config.ConfigKind;
import dev.gregor.cli.config.ConfigResource;
import dev.gregor.cli.output.Counted;
import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.Step;
import dev.gregor.cli.topic.TopicChanges;
import dev.gregor.cli.topic.TopicSettings;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** {@code topics}: partitions, replication factor and configs by name. */
final class TopicSection implements Section {
    private static final String KEY = "topics";

    /**
     * A topic as a file has it.
     *
     * @param configs empty values: back to the default
     */
    record WantedTopic(
            Optional<Integer> partitions, Optional<Integer> replicationFactor, Map<String, Optional<String>> configs) {}

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Wanted read(YamlValue value) {
        var wanted = new LinkedHashMap<String, WantedTopic>();
        value.fields().forEach((name, topic) -> wanted.put(name, topic(topic)));
        return (client, prune) -> new Comparison(client, prune).compare(wanted, TopicSettings.of(client));
    }

    private static WantedTopic topic(YamlValue value) {
        if (value.isNull()) {
            // Who lists names means topics that are there: taken as a wish to delete them it would cost all records.
            throw value.wrong("says nothing: '{}' leaves it as it is; to delete it leave it out, and say --prune");
        }
        var fields = value.fields(List.of("partitions", "replicationFactor", "configs"));
        var configs = new TreeMap<String, Optional<String>>();
        if (fields.containsKey("configs")) {
            fields.get("configs").fields().forEach((name, config) -> configs.put(name, config.textOrNothing()));
        }
        return new WantedTopic(
                Optional.ofNullable(fields.get("partitions")).map(field -> (int) field.number(1, Integer.MAX_VALUE)),
                Optional.ofNullable(fields.get("replicationFactor"))
                        .map(field -> (int) field.number(1, Short.MAX_VALUE)),
                configs);
    }

    @Override
    public Object export(ClusterClient client, Consumer<String> leftOut) {
        var topics = new LinkedHashMap<String, Object>();
        TopicSettings.of(client).forEach((name, topic) -> {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("partitions", topic.partitions());
            fields.put("replicationFactor", topic.replicationFactor());
            if (!topic.configs().isEmpty()) {
                fields.put("configs", new TreeMap<>(topic.configs()));
            }
            topics.put(name, fields);
        });
        return topics;
    }

    /** Compares; asks nothing. */
    static final class Comparison {
        private final ClusterClient client;
        private final boolean prune;
        private final List<Step> steps = new ArrayList<>();
        private final List<String> refusals = new ArrayList<>();

        Comparison(ClusterClient client, boolean prune) {
            this.client = client;
            this.prune = prune;
        }

        /** @throws ClusterException naming every topic that cannot be had so */
        List<Step> compare(Map<String, WantedTopic> wanted, Map<String, TopicSettings> present) {
            wanted.forEach((name, topic) -> {
                var now = Optional.ofNullable(present.get(name));
                if (now.isEmpty()) {
                    create(name, topic);
                } else {
                    alter(now.get(), topic);
                }
            });
            if (prune) {
                present.forEach((name, topic) -> {
                    if (!wanted.containsKey(name)) {
                        delete(topic);
                    }
                });
            }
            if (!refusals.isEmpty()) {
                throw new ClusterException(String.join("\n", refusals) + "\nNothing was changed.");
            }
            return steps;
        }

        private void create(String name, WantedTopic topic) {
            var text = new StringBuilder(topic.partitions()
                    .map(count -> Counted.of(count, "partition"))
                    .orElse("default partitions"));
            topic.replicationFactor()
                    .ifPresent(factor -> text.append(", replication factor ").append(factor));
            var configs = new TreeMap<String, String>();
            topic.configs()
                    .forEach((key, value) -> value.ifPresent(set -> {
                        configs.put(key, set);
                        text.append(", ").append(key).append('=').append(set);
                    }));
            var change =
                    Change.added("topic " + name, text.toString()).undoneBy("topic", "delete", name, "--if-exists");
            var created =
                    new TopicChanges.NewTopic(name, topic.partitions(), topic.replicationFactor(), Map.of(), configs);
            steps.add(Step.allOrNone(List.of(change), () -> new TopicChanges(client).create(created)));
        }

        private void delete(TopicSettings topic) {
            var change = Change.removed(
                    "topic " + topic.name(), Counted.of(topic.partitions(), "partition") + " and all records");
            steps.add(Step.allOrNone(
                    List.of(change), () -> throwFirst(new TopicChanges(client).delete(List.of(topic.name())))));
        }

        private void alter(TopicSettings now, WantedTopic topic) {
            int factor = topic.replicationFactor().orElse(now.replicationFactor());
            if (factor != now.replicationFactor()) {
                refusals.add("topic " + now.name() + " has replication factor " + now.replicationFactor() + ", the file"
                        + " says " + factor
                        + ": that is a reassignment ('kafka-reassign-partitions.sh'). Do that first,"
                        + " or say " + now.replicationFactor() + ".");
            }
            int partitions = topic.partitions().orElse(now.partitions());
            if (partitions < now.partitions()) {
                refusals.add("topic " + now.name() + " has " + Counted.of(now.partitions(), "partition")
                        + ", the file says "
                        + partitions + ": Kafka cannot take any away. Make a new topic and move the records, or say "
                        + now.partitions() + ".");
            } else if (partitions > now.partitions()) {
                var change = Change.of(
                        "topic " + now.name() + ": partitions",
                        String.valueOf(now.partitions()),
                        String.valueOf(partitions));
                steps.add(Step.allOrNone(
                        List.of(change),
                        () -> throwFirst(new TopicChanges(client)
                                .createPartitions(Map.of(now.name(), Optional.empty()), partitions))));
            }
            new ConfigComparison(client, prune)
                    .compare(
                            new ConfigResource(ConfigKind.TOPIC, now.name()),
                            "topic " + now.name(),
                            topic.configs(),
                            now.configs(),
                            before -> UndoLine.of(KEY, Map.of(now.name(), Map.of("configs", before))))
                    .ifPresent(steps::add);
        }

        private static void throwFirst(List<TopicChanges.Outcome> outcomes) {
            for (var outcome : outcomes) {
                Optional<ApiErrorException> error = outcome.error();
                if (error.isPresent()) {
                    throw error.get();
                }
            }
        }
    }
}
