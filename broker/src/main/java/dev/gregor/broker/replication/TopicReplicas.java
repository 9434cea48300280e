package dev.gregor.broker.replication;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.Uuid;

/** The partitions of one topic that are here, by index. Read by any thread, changed by the metadata image's thread. */
final class TopicReplicas {
    private final String name;
    private final Uuid id;
    private volatile List<Optional<Partition>> byIndex = List.of();

    TopicReplicas(String name, Uuid id) {
        this.name = name;
        this.id = id;
    }

    String name() {
        return name;
    }

    Uuid id() {
        return id;
    }

    Optional<Partition> partition(int index) {
        var partitions = byIndex;
        return index >= 0 && index < partitions.size() ? partitions.get(index) : Optional.empty();
    }

    List<Partition> partitions() {
        return byIndex.stream().flatMap(Optional::stream).toList();
    }

    void put(int index, Partition partition) {
        var changed = new ArrayList<>(byIndex);
        if (changed.size() <= index) {
            changed.addAll(Collections.nCopies(index + 1 - changed.size(), Optional.empty()));
        }
        changed.set(index, partition.present());
        byIndex = List.copyOf(changed);
    }

    Optional<Partition> remove(int index) {
        var removed = partition(index);
        if (removed.isPresent()) {
            var changed = new ArrayList<>(byIndex);
            changed.set(index, Optional.empty());
            byIndex = List.copyOf(changed);
        }
        return removed;
    }
}
