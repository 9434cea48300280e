package dev.gregor.cli.group;

import dev.gregor.cli.coordinator.GroupDescription;
import dev.gregor.cli.coordinator.GroupListing;
import dev.gregor.cli.coordinator.GroupMember;
import dev.gregor.cli.coordinator.GroupNames;
import dev.gregor.cli.grouptool.PartitionsText;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * What the coordinator says about a group of whatever kind.
 *
 * @param description empty when it may not or can not be described
 * @param positions   the offset each partition is read from next, as far as there is one
 * @param lags        the records not yet read, where the coordinator counts them itself: in share groups, whose members are
 *     done with records out of order
 */
record GroupFacts(
        GroupListing listing,
        Optional<GroupDescription> description,
        Map<TopicPartition, Long> positions,
        Map<TopicPartition, Long> lags) {
    String id() {
        return listing.id();
    }

    /** One of {@link GroupNames#TYPES}; what brokers without types have is classic. */
    String type() {
        return listing.type().orElse(GroupNames.CLASSIC);
    }

    boolean isShare() {
        return type().equals(GroupNames.SHARE);
    }

    boolean isStreams() {
        return type().equals(GroupNames.STREAMS);
    }

    String state() {
        return description.isPresent()
                ? description.get().state()
                : listing.state().orElse(GroupNames.UNKNOWN);
    }

    List<GroupMember> members() {
        return description.isPresent() ? description.get().members() : List.of();
    }

    /** The partitions it has a position in, and those that members have without one; sorted. */
    List<TopicPartition> partitions() {
        var partitions = new HashSet<>(positions.keySet());
        members().forEach(member -> partitions.addAll(member.assignment()));
        return PartitionsText.sorted(partitions);
    }
}
