package dev.gregor.cli.group;

import dev.gregor.cli.coordinator.CommittedOffset;
import dev.gregor.cli.coordinator.GroupMember;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * A partition of a group's: what was committed, and who reads it.
 *
 * @param end empty when the partition has no leader to ask
 */
record OffsetRow(
        TopicPartition partition,
        Optional<CommittedOffset> committed,
        Optional<Long> end,
        Optional<GroupMember> reader) {
    /** The records between what was committed and the end; empty where one of the two is not known. */
    Optional<Long> lag() {
        return committed.isPresent() && end.isPresent()
                ? Optional.of(end.get() - committed.get().offset())
                : Optional.empty();
    }
}
