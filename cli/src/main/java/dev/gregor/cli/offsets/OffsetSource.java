package dev.gregor.cli.offsets;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** What the resolver has to be told by a cluster, or by files. */
public interface OffsetSource {
    /** For each partition its offset at this timestamp, or at one of {@link OffsetLookup}'s special ones. */
    Map<TopicPartition, ListedOffset> listed(Collection<TopicPartition> partitions, long timestamp);

    /** The group's committed offsets among these partitions. */
    Map<TopicPartition, Long> committed(String group, Collection<TopicPartition> partitions);
}
