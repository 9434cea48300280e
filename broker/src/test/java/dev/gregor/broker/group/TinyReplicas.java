package dev.gregor.broker.group;

import static java.util.Objects.requireNonNull;

import dev.gregor.broker.replication.Partition;
import dev.gregor.broker.replication.PartitionAssignment;
import dev.gregor.broker.replication.Replicas;
import dev.gregor.broker.storage.LogSettings;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** Partitions in a folder. */
final class TinyReplicas implements Replicas {
    private final Path folder;
    private final Map<TopicPartition, TinyPartition> partitions = new ConcurrentHashMap<>();

    TinyReplicas(Path folder) {
        this.folder = folder;
    }

    TinyPartition lead(TopicIdPartition id, int leaderEpoch) {
        return partitions.computeIfAbsent(
                id.topicPartition(), unseen -> new TinyPartition(new TinyLog(id, folder), leaderEpoch));
    }

    TinyPartition get(TopicPartition partition) {
        return requireNonNull(partitions.get(partition));
    }

    @Override
    public Optional<Partition> partition(TopicPartition partition) {
        return Optional.ofNullable(partitions.get(partition));
    }

    @Override
    public Optional<Partition> partition(Uuid topicId, int partition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Collection<Partition> partitions() {
        return List.copyOf(partitions.values());
    }

    @Override
    public void apply(PartitionAssignment assignment, LogSettings settings) {
        lead(assignment.id(), assignment.leaderEpoch());
    }

    @Override
    public void reconfigure(String topic, LogSettings settings) {}

    @Override
    public void remove(TopicIdPartition id, boolean deleteLog) {
        partitions.remove(id.topicPartition());
    }

    @Override
    public void close() {}
}
