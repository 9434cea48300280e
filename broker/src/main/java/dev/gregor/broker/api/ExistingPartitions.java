package dev.gregor.broker.api;

import dev.gregor.broker.quorum.ClusterMetadata;

/** Whether a partition that a client names is there: they are numbered from 0 without gaps. */
final class ExistingPartitions {
    private ExistingPartitions() {}

    static boolean has(ClusterMetadata.Topic topic, int index) {
        return index >= 0 && index < topic.partitions().size();
    }
}
