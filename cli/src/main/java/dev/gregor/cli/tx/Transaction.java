package dev.gregor.cli.tx;

import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * A transactional id as its coordinator knows it.
 *
 * @param coordinatorId the broker that is its coordinator
 * @param state         by the protocol's name: {@code Ongoing}, {@code CompleteCommit} and so on
 * @param startTimeMs   when the transaction of now began, in milliseconds since 1970; empty when there is none
 * @param partitions    those the transaction wrote to and that have no marker yet
 */
public record Transaction(
        int coordinatorId,
        String transactionalId,
        long producerId,
        int producerEpoch,
        String state,
        int timeoutMs,
        OptionalLong startTimeMs,
        List<TopicPartition> partitions) {
    public Transaction {
        partitions = List.copyOf(partitions);
    }

    /**
     * One line of the list of them.
     *
     * @param coordinatorId the broker that is its coordinator
     */
    public record Listing(int coordinatorId, String transactionalId, long producerId, String state) {}
}
