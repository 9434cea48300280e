package dev.gregor.cli.group;

import dev.gregor.cli.coordinator.GroupMember;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a group is behind in a partition.
 *
 * @param position      the offset it reads next; empty when it has none yet
 * @param end           the log's end; empty when nobody could say
 * @param records       the records it has not read; empty when that is not known
 * @param unreadSinceMs the timestamp of the first record it has not read, in ms; empty when there is none or it was not
 *     looked up
 * @param reader        the member that has the partition
 */
record PartitionLag(
        TopicPartition partition,
        Optional<Long> position,
        Optional<Long> end,
        Optional<Long> records,
        Optional<Long> unreadSinceMs,
        Optional<GroupMember> reader) {
    /** The offset of the first record it has not read, as far as records are read in order. */
    Optional<Long> firstUnread() {
        return end.flatMap(last -> records.map(unread -> last - unread));
    }
}
