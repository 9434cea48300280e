package dev.gregor.broker.group;

import dev.gregor.broker.replication.Partition;
import dev.gregor.broker.replication.PartitionAssignment;
import dev.gregor.broker.replication.Replicas;
import dev.gregor.broker.storage.LogSettings;
import dev.gregor.broker.storage.LogStore;
import dev.gregor.broker.storage.LogStoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;

/** Logs in a folder and the replicas over them, with the roles that a test gives. */
final class TestReplicas implements AutoCloseable {
    static final int BROKER_ID = 1;
    static final int OTHER_BROKER_ID = 2;
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
    private LogStore store;
    private Replicas replicas;

    TestReplicas(Path folder) {
        this.folder = folder;
        this.store = open();
        this.replicas = new Replicas(BROKER_ID, store);
    }

    private LogStore open() {
        return LogStore.start(LogStoreSettings.defaults(List.of(folder)), Clock.systemUTC(), topic -> SETTINGS);
    }

    Replicas replicas() {
        return replicas;
    }

    LogStore store() {
        return store;
    }

    Partition get(TopicPartition partition) {
        return replicas.partition(partition).orElseThrow();
    }

    /** Closes all logs and opens them again from their files, in the same roles. */
    void restart() {
        var assignments = new ArrayList<PartitionAssignment>();
        replicas.partitions().forEach(partition -> assignments.add(partition.assignment()));
        replicas.close();
        store.close();
        store = open();
        replicas = new Replicas(BROKER_ID, store);
        assignments.forEach(assignment -> replicas.apply(assignment, SETTINGS));
    }

    Partition lead(TopicIdPartition id, int leaderEpoch) {
        apply(id, BROKER_ID, leaderEpoch, List.of(BROKER_ID));
        return get(id.topicPartition());
    }

    /** The other broker leads, one epoch later. */
    void resign(Partition partition) {
        apply(partition.id(), OTHER_BROKER_ID, partition.leaderEpoch() + 1, List.of(OTHER_BROKER_ID));
    }

    /** From now on the other broker is in sync, and does not fetch: the high watermark stands. */
    void holdHighWatermark(Partition partition) {
        apply(partition.id(), BROKER_ID, partition.leaderEpoch(), List.of(BROKER_ID, OTHER_BROKER_ID));
    }

    /** The other broker is out of sync: the high watermark moves to the end. */
    void letHighWatermarkGo(Partition partition) {
        apply(partition.id(), BROKER_ID, partition.leaderEpoch(), List.of(BROKER_ID));
    }

    private void apply(TopicIdPartition id, int leader, int leaderEpoch, List<Integer> isr) {
        replicas.apply(
                new PartitionAssignment(id, leader, leaderEpoch, 0, List.of(BROKER_ID, OTHER_BROKER_ID), isr),
                SETTINGS);
    }

    @Override
    public void close() {
        replicas.close();
        store.close();
    }
}
