package dev.gregor.broker.api;

import dev.gregor.broker.quorum.ClusterMetadata;
import java.util.Optional;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.protocol.Errors;

/** The little that reads and writes of records need to know of the cluster, mostly to say why something is not here. */
public interface TopicDirectory {
    boolean contains(String topic, int partition);

    Optional<String> topicName(Uuid topicId);

    /** @return what a client is told of a partition that is not led here: NOT_LEADER_OR_FOLLOWER, or that there is none */
    default Errors whyMissing(String topic, int partition) {
        return contains(topic, partition) ? Errors.NOT_LEADER_OR_FOLLOWER : Errors.UNKNOWN_TOPIC_OR_PARTITION;
    }

    /** As {@link #whyMissing(String, int)}, or UNKNOWN_TOPIC_ID. */
    default Errors whyMissing(Uuid topicId, int partition) {
        return topicName(topicId).map(name -> whyMissing(name, partition)).orElse(Errors.UNKNOWN_TOPIC_ID);
    }

    /** @return the leader as clients of a listener reach it, if the partition exists */
    Optional<Leader> leader(String topic, int partition, String listenerName);

    /**
     * @param brokerId -1 for none
     * @param node absent if no such broker is alive
     */
    record Leader(int brokerId, int epoch, Optional<Node> node) {}

    /** The directory that the metadata image is. */
    static TopicDirectory of(ClusterMetadata metadata) {
        return new TopicDirectory() {
            @Override
            public boolean contains(String topic, int partition) {
                return partition(topic, partition).isPresent();
            }

            @Override
            public Optional<String> topicName(Uuid topicId) {
                return metadata.topic(topicId).map(ClusterMetadata.Topic::name);
            }

            @Override
            public Optional<Leader> leader(String topic, int partition, String listenerName) {
                return partition(topic, partition)
                        .map(it -> new Leader(
                                it.leaderId(), it.leaderEpoch(), metadata.broker(it.leaderId(), listenerName)));
            }

            private Optional<ClusterMetadata.PartitionInfo> partition(String topic, int partition) {
                return metadata.topic(topic)
                        .filter(it ->
                                partition >= 0 && partition < it.partitions().size())
                        .map(it -> it.partitions().get(partition));
            }
        };
    }
}
