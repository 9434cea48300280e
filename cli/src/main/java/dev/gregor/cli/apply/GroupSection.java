package dev.gregor.cli.apply;

import dev.gregor.cli.coordinator.GroupPositions;
import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.Outcome;
import dev.gregor.cli.safety.Step;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
            var commit = new LinkedHashMap<Change, TopicPartition>();
            var forget = new LinkedHashMap<Change, TopicPartition>();
            var goals = new LinkedHashMap<TopicPartition, Long>();
            offsets.forEach((partition, goal) -> {
                var now = Optional.ofNullable(committed.get(partition));
                if (!goal.equals(now)) {
                    var before = Map.of(String.valueOf(partition.partition()), now);
                    var change = Change.of(
                                    "group " + group + ": " + partition,
                                    now.map(String::valueOf).orElse(Change.NOTHING),
                                    goal.map(String::valueOf).orElse(Change.NOTHING))
                            .undoneBy(UndoLine.of(KEY, Map.of(group, Map.of(partition.topic(), before))));
                    (goal.isPresent() ? commit : forget).put(change, partition);
                    goal.ifPresent(offset -> goals.put(partition, offset));
                }
            });
            var positions = new GroupPositions(client);
            if (!commit.isEmpty()) {
                steps.add(step(commit, () -> positions.commit(group, goals)));
            }
            if (!forget.isEmpty()) {
                steps.add(step(forget, () -> positions.forget(group, forget.values())));
            }
        });
        return steps;
    }

    private static Step step(
            Map<Change, TopicPartition> partitions,
            Supplier<Map<TopicPartition, Optional<ApiErrorException>>> request) {
        return new Step(List.copyOf(partitions.keySet()), agreed -> {
            var refusals = request.get();
            var outcomes = new ArrayList<Outcome>();
            partitions.forEach((change, partition) -> outcomes.add(refusals.getOrDefault(partition, Optional.empty())
                    .map(refused -> Outcome.failed(change, refused))
                    .orElseGet(() -> Outcome.done(change))));
            return outcomes;
        });
    }

    @Override
    public Object export(ClusterClient client, Consumer<String> leftOut) {
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
