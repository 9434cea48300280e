package dev.gregor.broker.group;

import static java.util.Objects.requireNonNull;

import dev.gregor.broker.replication.Partition;
import dev.gregor.broker.replication.PartitionAssignment;
import dev.gregor.broker.replication.Replicas;
import dev.gregor.broker.storage.LogSettings;
import dev.gregor.broker.storage.LogStore;
import dev.gregor.broker.storage.LogStoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.record.TimestampType;

/** Partitions with one replica over a real log store. */
final class TinyReplicas implements Replicas {
    static final LogSettings SETTINGS = new LogSettings(
            1 << 30,
            Long.MAX_VALUE,
            0,
            1 << 20,
            4096,
            -1,
            -1,
            0,
            1 << 20,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            TimestampType.CREATE_TIME,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            "producer",
            false,
            true,
            1,
            false);

    private final Path folder;
    private final Map<TopicPartition, TinyPartition> partitions = new ConcurrentHashMap<>();
    private LogStore store;

    TinyReplicas(Path folder) {
        this.folder = folder;
        this.store = open();
    }

    private LogStore open() {
        return LogStore.start(LogStoreSettings.defaults(List.of(folder)), Clock.systemUTC(), topic -> SETTINGS);
    }

    LogStore store() {
        return store;
    }

    /** Closes all logs and opens them again from their files. */
    void restart() {
        store.close();
        store = open();
        partitions.replaceAll(
                (partition, before) -> new TinyPartition(store.open(before.id(), SETTINGS), before.leaderEpoch()));
    }

    TinyPartition lead(TopicIdPartition id, int leaderEpoch) {
        return partitions.computeIfAbsent(
                id.topicPartition(), unseen -> new TinyPartition(store.open(id, SETTINGS), leaderEpoch));
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
    public void close() {
        store.close();
    }
}
