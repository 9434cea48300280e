package dev.gregor.cli.group;

import dev.gregor.cli.coordinator.CommittedOffset;
import dev.gregor.cli.coordinator.GroupDescription;
import dev.gregor.cli.coordinator.GroupDescriptions;
import dev.gregor.cli.coordinator.GroupListing;
import dev.gregor.cli.coordinator.GroupListings;
import dev.gregor.cli.coordinator.GroupNames;
import dev.gregor.cli.coordinator.GroupOffsets;
import dev.gregor.cli.share.ShareGroups;
import dev.gregor.cli.streams.StreamsGroups;
import dev.gregor.protocol.ClusterClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** Asks about groups of all four kinds, each by the APIs of its kind, and makes one picture of the answers. */
final class GroupReader {
    private final ClusterClient client;

    GroupReader(ClusterClient client) {
        this.client = client;
    }

    /** The groups with their members and positions, in their order. */
    List<GroupFacts> facts(List<GroupListing> listings) {
        var shares = ids(listings, GroupNames.SHARE);
        var streams = ids(listings, GroupNames.STREAMS);
        var consumers = GroupListings.ids(listings);
        consumers.removeAll(shares);
        consumers.removeAll(streams);
        var descriptions = new HashMap<String, GroupDescription>();
        var positions = new HashMap<String, Map<TopicPartition, Long>>();
        var lags = new HashMap<String, Map<TopicPartition, Long>>();
        if (!consumers.isEmpty()) {
            descriptions.putAll(GroupDescriptions.ofAll(client, consumers).groups());
        }
        if (!streams.isEmpty()) {
            new StreamsGroups(client)
                    .describe(streams)
                    .groups()
                    .forEach((id, group) -> descriptions.put(id, group.asDescription()));
        }
        if (consumers.size() + streams.size() > 0) {
            var committing = new ArrayList<>(consumers);
            committing.addAll(streams);
            new GroupOffsets(client)
                    .ofAll(committing)
                    .forEach((id, committed) -> positions.put(id, offsets(committed)));
        }
        if (!shares.isEmpty()) {
            descriptions.putAll(new ShareGroups(client).describe(shares).groups());
            new ShareGroups(client).offsets(shares).present().forEach((id, partitions) -> {
                positions.put(id, starts(partitions));
                lags.put(id, lags(partitions));
            });
        }
        var facts = new ArrayList<GroupFacts>();
        for (var listing : listings) {
            facts.add(new GroupFacts(
                    listing,
                    Optional.ofNullable(descriptions.get(listing.id())),
                    positions.getOrDefault(listing.id(), Map.of()),
                    lags.getOrDefault(listing.id(), Map.of())));
        }
        return facts;
    }

    private static List<String> ids(List<GroupListing> listings, String type) {
        var ids = new ArrayList<String>();
        for (var listing : listings) {
            if (listing.type().orElse("").equals(type)) {
                ids.add(listing.id());
            }
        }
        return ids;
    }

    private static Map<TopicPartition, Long> offsets(Map<TopicPartition, CommittedOffset> committed) {
        var offsets = new HashMap<TopicPartition, Long>();
        committed.forEach((partition, offset) -> offsets.put(partition, offset.offset()));
        return offsets;
    }

    private static Map<TopicPartition, Long> starts(Map<TopicPartition, ShareGroups.SharePartition> partitions) {
        var starts = new HashMap<TopicPartition, Long>();
        partitions.forEach((partition, share) -> share.start().ifPresent(start -> starts.put(partition, start)));
        return starts;
    }

    private static Map<TopicPartition, Long> lags(Map<TopicPartition, ShareGroups.SharePartition> partitions) {
        var lags = new HashMap<TopicPartition, Long>();
        partitions.forEach((partition, share) -> share.lag().ifPresent(lag -> lags.put(partition, lag)));
        return lags;
    }
}
