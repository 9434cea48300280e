package dev.gregor.broker.storage;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * One of {@code log.dirs} with its files and what they said at start.
 *
 * @param cleanBrokerEpoch the broker epoch of the clean shutdown file (-1 if it named none), or null if there was no such file
 * @param highWatermarks as checkpointed, by partition
 */
record OpenDirectory(
        LogDirectory directory,
        LogDirectoryFiles files,
        @Nullable Long cleanBrokerEpoch,
        Map<TopicPartition, Long> recoveryPoints,
        Map<TopicPartition, Long> logStartOffsets,
        Map<TopicPartition, Long> highWatermarks) {

    boolean wasClosedWell() {
        return cleanBrokerEpoch != null;
    }

    long brokerEpoch() {
        return cleanBrokerEpoch == null ? LogDirectoryFiles.NO_BROKER_EPOCH : cleanBrokerEpoch;
    }
}
