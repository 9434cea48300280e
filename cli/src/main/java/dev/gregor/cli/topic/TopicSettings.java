package dev.gregor.cli.topic;

import dev.gregor.protocol.ClusterClient;
import java.util.ArrayList;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What someone decided about a topic.
 *
 * @param configs those that were set for the topic itself
 */
public record TopicSettings(String name, int partitions, int replicationFactor, Map<String, String> configs) {
    public TopicSettings {
        configs = Map.copyOf(configs);
    }

    /** Every topic but Kafka's own, by name. */
    public static SortedMap<String, TopicSettings> of(ClusterClient client) {
        var topics = new Topics(client);
        var all = topics.all();
        all.removeIf(topic -> topic.isInternal());
        var names = new ArrayList<String>();
        all.forEach(topic -> names.add(topic.name()));
        var configs = topics.configs(names);
        var settings = new TreeMap<String, TopicSettings>();
        for (var topic : all) {
            int replicationFactor = 0;
            for (var partition : topic.partitions()) {
                replicationFactor =
                        Math.max(replicationFactor, partition.replicaNodes().size());
            }
            var overrides = new TreeMap<String, String>();
            configs.getOrDefault(topic.name(), Map.of()).forEach((name, config) -> {
                if (config.isOverride()) {
                    overrides.put(name, config.value());
                }
            });
            settings.put(
                    topic.name(),
                    new TopicSettings(topic.name(), topic.partitions().size(), replicationFactor, overrides));
        }
        return settings;
    }
}
