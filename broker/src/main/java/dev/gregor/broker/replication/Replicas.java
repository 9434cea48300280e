package dev.gregor.broker.replication;

import dev.gregor.broker.storage.LogSettings;
import java.util.Collection;
import java.util.Optional;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** All partitions with a replica on this broker. Looked up without a lock; changed by the metadata image's thread alone. */
public interface Replicas {
    Optional<Partition> partition(TopicPartition partition);

    Optional<Partition> partition(Uuid topicId, int partition);

    Collection<Partition> partitions();

    /** Makes this replica what the image says: creates its log, becomes leader or follower, or takes the new ISR. */
    void apply(PartitionAssignment assignment, LogSettings settings);

    /** New topic configuration for partitions of this topic that are here. */
    void reconfigure(String topic, LogSettings settings);

    /** The replica is no longer here: ends its role and, if asked, deletes its log. */
    void remove(TopicIdPartition id, boolean deleteLog);

    /** Ends all roles; waiting requests are answered NOT_LEADER_OR_FOLLOWER. */
    void close();
}
