package dev.gregor.cli.group;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** How far a group is behind, partition by partition. */
record GroupLag(GroupFacts group, List<PartitionLag> partitions) {
    /** The records it has not read, where that is known; empty when it is known nowhere. */
    Optional<Long> records() {
        Optional<Long> sum = Optional.empty();
        for (var partition : partitions) {
            if (partition.records().isPresent()) {
                sum = Optional.of(sum.orElse(0L) + partition.records().get());
            }
        }
        return sum;
    }

    /** The sum of the offsets it has come to; grows with each record it reads. */
    long position() {
        long sum = 0;
        for (var partition : partitions) {
            sum += partition.firstUnread().orElse(0L);
        }
        return sum;
    }

    /** How far it has come in each partition where that is known. */
    Map<TopicPartition, LagTrend.Progress> progress() {
        var progress = new HashMap<TopicPartition, LagTrend.Progress>();
        for (var partition : partitions) {
            partition
                    .firstUnread()
                    .ifPresent(position -> progress.put(
                            partition.partition(),
                            new LagTrend.Progress(position, partition.records().orElse(0L))));
        }
        return progress;
    }

    /** How old the oldest record is that it has not read, in ms; 0 when it has read all, empty when that is not known. */
    Optional<Long> behindMs(long nowMs) {
        if (records().isPresent() && records().get() == 0) {
            return Optional.of(0L);
        }
        Optional<Long> oldest = Optional.empty();
        for (var partition : partitions) {
            var since = partition.unreadSinceMs();
            if (since.isPresent() && (oldest.isEmpty() || since.get() < oldest.get())) {
                oldest = since;
            }
        }
        return oldest.isPresent() ? Optional.of(Math.max(0, nowMs - oldest.get())) : Optional.empty();
    }
}
