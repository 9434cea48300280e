package dev.gregor.cli.group;

import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a group is behind in a partition.
 *
 * @param position    the offset it reads next; empty when it has none yet
 * @param end         the log's end; empty when nobody could say
 * @param unreadSinceMs the timestamp of the first record it has not read, in ms; empty when there is none or it was not looked up
 * @param reader      the member that has the partition
 */
record PartitionLag(
        TopicPartition partition,
        Optional<Long> position,
        Optional<Long> end,
        Optional<Long> unreadSinceMs,
        Optional<GroupMember> reader) {
    /** The records from its position to the end; never below 0. */
    Optional<Long> records() {
        return position.isPresent() && end.isPresent()
                ? Optional.of(Math.max(0, end.get() - position.get()))
                : Optional.empty();
    }
}
