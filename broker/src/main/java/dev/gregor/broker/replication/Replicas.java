package dev.gregor.broker.replication;

import dev.gregor.broker.storage.LogSettings;
import dev.gregor.broker.storage.LogStore;
import dev.gregor.broker.storage.PartitionLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/**
 * All partitions with a replica on this broker. Looked up without a lock; changed by the metadata image's thread, and by whoever
 * tells of a log directory's failure, one at a time.
 */
public final class Replicas {
    private final int brokerId;
    private final LogStore store;
    private final ConcurrentMap<String, TopicReplicas> byName = new ConcurrentHashMap<>();
    private final ConcurrentMap<Uuid, TopicReplicas> byId = new ConcurrentHashMap<>();

    /** From now on the store's high watermark checkpoints come from here. */
    public Replicas(int brokerId, LogStore store) {
        this.brokerId = brokerId;
        this.store = store;
        store.highWatermarks(this::highWatermark);
    }

    public Optional<Partition> partition(TopicPartition partition) {
        return partition(partition.topic(), partition.partition());
    }

    public Optional<Partition> partition(String topic, int partition) {
        var replicas = byName.get(topic);
        return replicas == null ? Optional.empty() : replicas.partition(partition);
    }

    public Optional<Partition> partition(Uuid topicId, int partition) {
        var replicas = byId.get(topicId);
        return replicas == null ? Optional.empty() : replicas.partition(partition);
    }

    public Collection<Partition> partitions() {
        var all = new ArrayList<Partition>();
        byId.values().forEach(topic -> all.addAll(topic.partitions()));
        return all;
    }

    /** Makes this replica what the image says: creates its log, becomes leader or follower, or takes the new ISR. */
    public synchronized void apply(PartitionAssignment assignment, LogSettings settings) {
        var id = assignment.id();
        var topic = topic(id);
        int index = id.partition();
        var existing = topic.partition(index);
        if (existing.isPresent()) {
            existing.get().log().reconfigure(settings);
            existing.get().apply(assignment);
            return;
        }
        var log = store.open(id, settings);
        var checkpointed = store.checkpointedHighWatermark(id.topicPartition());
        var partition = new Partition(brokerId, log, assignment, checkpointed);
        partition.apply(assignment);
        topic.put(index, partition);
    }

    /** New topic configuration for partitions of this topic that are here. */
    public void reconfigure(String topic, LogSettings settings) {
        var replicas = byName.get(topic);
        if (replicas != null) {
            replicas.partitions().forEach(partition -> partition.log().reconfigure(settings));
        }
    }

    /**
     * The replica is no longer here: ends its role and, if asked, deletes its log.
     *
     * @return done once the log is put aside for deletion, or at once
     */
    public synchronized CompletionStage<Void> remove(TopicIdPartition id, boolean deleteLog) {
        var topic = byId.get(id.topicId());
        if (topic != null) {
            var removed = topic.remove(id.partition());
            if (topic.partitions().isEmpty()) {
                forget(topic);
            }
            removed.ifPresent(Partition::end);
        }
        return deleteLog ? store.delete(id.topicPartition()) : CompletableFuture.completedFuture(null);
    }

    /** A log directory has failed: requests to its partitions are answered KAFKA_STORAGE_ERROR until a restart. */
    public synchronized void onDirectoryFailure(Path directory) {
        for (var partition : partitions()) {
            if (partition.log().liesIn(directory)) {
                partition.goOffline();
            }
        }
    }

    /** Ends all roles; waiting requests are answered NOT_LEADER_OR_FOLLOWER. */
    public synchronized void close() {
        partitions().forEach(Partition::end);
    }

    private TopicReplicas topic(TopicIdPartition id) {
        var topic = byId.get(id.topicId());
        if (topic != null) {
            return topic;
        }
        var namesake = byName.get(id.topic());
        if (namesake != null) {
            // Deleted and made again between two images: what is left of the old one ends here.
            List.copyOf(namesake.partitions()).forEach(Partition::end);
            forget(namesake);
        }
        var added = new TopicReplicas(id.topic(), id.topicId());
        byId.put(id.topicId(), added);
        byName.put(id.topic(), added);
        return added;
    }

    private void forget(TopicReplicas topic) {
        byId.remove(topic.id());
        byName.remove(topic.name(), topic);
    }

    private long highWatermark(PartitionLog log) {
        var partition = partition(log.id().topicId(), log.id().partition());
        return partition.isPresent()
                ? partition.get().highWatermark()
                : store.checkpointedHighWatermark(log.id().topicPartition());
    }
}
