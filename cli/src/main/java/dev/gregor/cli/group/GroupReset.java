package dev.gregor.cli.group;

import dev.gregor.cli.coordinator.CommittedOffset;
import dev.gregor.cli.coordinator.GroupOffsetChanges;
import dev.gregor.cli.grouptool.PartitionsText;
import dev.gregor.cli.offsets.OffsetResolver;
import dev.gregor.cli.offsets.Offsets;
import dev.gregor.cli.offsets.Resolution;
import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.Outcome;
import dev.gregor.cli.share.ShareGroups;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ErrorCodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Has one group stand elsewhere: works out the changes, and makes them. */
final class GroupReset {
    private final ClusterClient client;
    private final String id;
    /** Empty for a group that is not there yet. */
    private final Optional<GroupFacts> group;

    private final Map<TopicPartition, Long> wanted = new LinkedHashMap<>();

    GroupReset(ClusterClient client, String id, Optional<GroupFacts> group) {
        this.client = client;
        this.id = id;
        this.group = group;
    }

    /** Refuses a group that has members: they would go on from where they are, and commit that. */
    private void checkInactive() {
        if (group.isEmpty() || group.get().members().isEmpty()) {
            return;
        }
        var members = group.get().members();
        var first = members.get(0);
        throw new ClusterException("group '" + id + "' is " + group.get().state() + " with " + members.size()
                + (members.size() == 1 ? " member (" : " members (") + first.clientId() + " at "
                + GroupMembersCommand.host(first) + (members.size() == 1 ? ")" : ", …)")
                + ": stop its members first; nothing was changed.");
    }

    /**
     * The partitions that would move, sorted; those that stand there already are left out.
     *
     * @throws ClusterException when the group has members, or a place cannot be told
     */
    List<Change> changes(List<TopicPartition> partitions, Offsets to) {
        checkInactive();
        var before = group.isPresent() ? group.get().positions() : Map.<TopicPartition, Long>of();
        var resolved = new OffsetResolver(client, false).resolve(to, PartitionsText.sorted(partitions));
        for (var entry : resolved.entrySet()) {
            var partition = entry.getKey();
            long offset = offset(partition, entry.getValue());
            var known = before.get(partition);
            if (known == null || known != offset) {
                wanted.put(partition, offset);
            }
        }
        var undo = undoLines(before);
        var changes = new ArrayList<Change>();
        wanted.forEach((partition, offset) -> {
            var known = before.get(partition);
            changes.add(Change.of(
                            "group " + id + ": " + partition,
                            known == null ? Change.NOTHING : String.valueOf(known),
                            String.valueOf(offset))
                    .undoneBy(undo.getOrDefault(partition, List.of())));
        });
        return changes;
    }

    private static long offset(TopicPartition partition, Resolution resolution) {
        if (resolution instanceof Resolution.Range range) {
            return range.clamped().from();
        }
        var why = resolution instanceof Resolution.NotCommitted missing
                ? missing.message()
                : ((Resolution.Refused) resolution).message();
        throw new ClusterException(partition + ": " + why + "; nothing was changed.");
    }

    /** One line for all partitions of a topic that had a position, one for all that had none. */
    private Map<TopicPartition, List<String>> undoLines(Map<TopicPartition, Long> before) {
        var had = new TreeMap<String, Map<TopicPartition, Long>>();
        var hadNone = new TreeMap<String, List<String>>();
        for (var partition : wanted.keySet()) {
            var known = before.get(partition);
            if (known == null) {
                hadNone.computeIfAbsent(partition.topic(), topic -> new ArrayList<>())
                        .add(String.valueOf(partition.partition()));
            } else {
                had.computeIfAbsent(partition.topic(), topic -> new HashMap<>()).put(partition, known);
            }
        }
        boolean isShare = group.isPresent() && group.get().isShare();
        var lines = new HashMap<TopicPartition, List<String>>();
        for (var partition : wanted.keySet()) {
            var topic = partition.topic();
            var positions = had.get(topic);
            var indexes = hadNone.get(topic);
            if (before.containsKey(partition) && positions != null) {
                lines.put(partition, PositionsText.resetLine(id, topic, positions));
            } else if (indexes != null && !isShare) {
                // A share group forgets whole topics only.
                lines.put(
                        partition, List.of("group", "delete", id, "--topic", topic + ":" + String.join(",", indexes)));
            }
        }
        return lines;
    }

    /** Makes the changes worked out before; one outcome each. */
    List<Outcome> execute(List<Change> changes) {
        var codes = group.isPresent() && group.get().isShare()
                ? new ShareGroups(client).alterEach(id, wanted)
                : new GroupOffsetChanges(client).commitEach(id, CommittedOffset.all(wanted));
        var outcomes = new ArrayList<Outcome>();
        var partitions = List.copyOf(wanted.keySet());
        for (int i = 0; i < partitions.size(); i++) {
            outcomes.add(outcome(changes.get(i), codes.get(partitions.get(i))));
        }
        return outcomes;
    }

    static Outcome outcome(Change change, @Nullable Short code) {
        if (code == null) {
            return Outcome.failed(change, "the coordinator did not answer for it");
        }
        return code == ErrorCodes.NONE
                ? Outcome.done(change)
                : Outcome.failed(change, String.valueOf(new ApiErrorException(code, null).getMessage()));
    }
}
