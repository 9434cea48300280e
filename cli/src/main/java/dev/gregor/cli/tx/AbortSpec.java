package dev.gregor.cli.tx;

import org.apache.kafka.common.TopicPartition;

/** What an abort marker says. The text is Kafka's. */
public record AbortSpec(TopicPartition partition, long producerId, short producerEpoch, int coordinatorEpoch) {
    @Override
    public String toString() {
        return "AbortTransactionSpec(topicPartition=" + partition + ", producerId=" + producerId + ", producerEpoch="
                + producerEpoch + ", coordinatorEpoch=" + coordinatorEpoch + ")";
    }
}
