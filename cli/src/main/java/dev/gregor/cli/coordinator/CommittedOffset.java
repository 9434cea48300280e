package dev.gregor.cli.coordinator;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** What a group committed for a partition: the offset of the record it reads next. */
public record CommittedOffset(long offset, Optional<Integer> leaderEpoch, String metadata) {
    /** An offset alone. */
    public static CommittedOffset of(long offset) {
        return new CommittedOffset(offset, Optional.empty(), "");
    }

    /** The same for partitions. */
    public static Map<TopicPartition, CommittedOffset> all(Map<TopicPartition, Long> offsets) {
        var committed = new HashMap<TopicPartition, CommittedOffset>();
        offsets.forEach((partition, offset) -> committed.put(partition, of(offset)));
        return committed;
    }
}
