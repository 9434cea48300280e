package dev.gregor.cli.apply;

import dev.gregor.cli.group.GroupPositions;
import dev.gregor.cli.safety.Change;
import dev.gregor.protocol.ClusterClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * {@code groups}: committed offsets by group, topic and partition; an offset that is null shall be forgotten. A group that the
 * file does not name is left alone even when it prunes: positions belong to who consumes.
 */
final class GroupSection implements Section {
    private static final String KEY = "groups";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Wanted read(YamlValue value) {
        var wanted = new LinkedHashMap<String, Map<TopicPartition, Optional<Long>>>();
        value.fields().forEach((group, topics) -> {
            var offsets = new LinkedHashMap<TopicPartition, Optional<Long>>();
            topics.fields()
                    .forEach((topic, partitions) -> partitions.fields().forEach((partition, offset) -> {
                        int index;
                        try {
                            index = Integer.parseInt(partition);
                        } catch (NumberFormatException none) {
                            throw offset.wrong("should be under a partition's number");
                        }
                        offsets.put(
                                new TopicPartition(topic, index),
                                offset.isNull() ? Optional.empty() : Optional.of(offset.number(0)));
                    }));
            wanted.put(group, offsets);
        });
        return (client, prune) -> compare(client, wanted, new GroupPositions(client).of(wanted.keySet()));
    }

    /** Compares; asks nothing. */
    static List<Step> compare(
            ClusterClient client,
            Map<String, Map<TopicPartition, Optional<Long>>> wanted,
            Map<String, ? extends Map<TopicPartition, Long>> present) {
        var steps = new ArrayList<Step>();
        wanted.forEach((group, offsets) -> {
            Map<TopicPartition, Long> committed = present.containsKey(group) ? present.get(group) : Map.of();
            var changes = new ArrayList<Change>();
            var commit = new LinkedHashMap<TopicPartition, Long>();
            var forget = new ArrayList<TopicPartition>();
            offsets.forEach((partition, goal) -> {
                var now = Optional.ofNullable(committed.get(partition));
                if (!goal.equals(now)) {
                    goal.ifPresentOrElse(offset -> commit.put(partition, offset), () -> forget.add(partition));
                    var before = Map.of(String.valueOf(partition.partition()), now);
                    changes.add(Change.of(
                                    "group " + group + ": " + partition,
                                    now.map(String::valueOf).orElse(Change.NOTHING),
                                    goal.map(String::valueOf).orElse(Change.NOTHING))
                            .undoneBy(Step.undo(KEY, Map.of(group, Map.of(partition.topic(), before)))));
                }
            });
            if (!changes.isEmpty()) {
                steps.add(new Step(changes, () -> {
                    var positions = new GroupPositions(client);
                    positions.commit(group, commit);
                    if (!forget.isEmpty()) {
                        positions.forget(group, forget);
                    }
                }));
            }
        });
        return steps;
    }

    @Override
    public Object export(ClusterClient client) {
        var groups = new LinkedHashMap<String, Object>();
        new GroupPositions(client).all().forEach((group, offsets) -> {
            var topics = new LinkedHashMap<String, Map<Integer, Long>>();
            offsets.forEach(
                    (partition, offset) -> topics.computeIfAbsent(partition.topic(), topic -> new LinkedHashMap<>())
                            .put(partition.partition(), offset));
            groups.put(group, topics);
        });
        return groups;
    }
}
