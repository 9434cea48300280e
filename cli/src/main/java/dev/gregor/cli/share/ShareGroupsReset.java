package dev.gregor.cli.share;

import dev.gregor.cli.Streams;
import dev.gregor.cli.coordinator.Described;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.grouptool.EndsHere;
import dev.gregor.cli.reset.OffsetReset;
import dev.gregor.cli.reset.ResetTable;
import dev.gregor.protocol.ClusterClient;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** {@code kafka-share-groups.sh --reset-offsets}: has an empty share group begin elsewhere, or shows where it would. */
final class ShareGroupsReset {
    private ShareGroupsReset() {}

    static void run(ClusterClient client, ParsedOptions options, Streams streams) {
        var id = options.value("group").orElseThrow();
        var shares = new ShareGroups(client);
        var described = shares.describe(List.of(id));
        var failure = described.failures().get(id);
        if (failure != null && !Described.isNotFound(failure)) {
            throw new EndsHere(String.valueOf(failure.getMessage()));
        }
        var group = described.groups().get(id);
        if (group != null && !group.isInactive()) {
            throw new EndsHere("Share group '" + id + "' is not empty.");
        }
        var reset = new OffsetReset(client, options, streams);
        var partitions = partitions(options, id, shares, reset);
        reset.check(partitions);
        var offsets = reset.offsets(id, partitions, Map::of);
        if (options.has("execute")) {
            shares.alter(id, offsets);
        }
        ResetTable.print(streams.out(), Map.of(id, offsets));
    }

    private static Collection<TopicPartition> partitions(
            ParsedOptions options, String id, ShareGroups shares, OffsetReset reset) {
        if (options.has("topic")) {
            return reset.partitions(options.values("topic"));
        }
        var found = shares.offsets(List.of(id));
        for (var failure : found.failures().values()) {
            throw failure;
        }
        return found.groups().getOrDefault(id, Map.of()).keySet();
    }
}
