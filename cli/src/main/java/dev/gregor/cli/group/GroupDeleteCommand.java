package dev.gregor.cli.group;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.coordinator.GroupOffsetChanges;
import dev.gregor.cli.names.Globs;
import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.ChangeOptions;
import dev.gregor.cli.safety.Outcome;
import dev.gregor.cli.share.ShareGroups;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ErrorCodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gregor group delete}: each group's outcome is told; exit 1 when one could not be deleted. */
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description = "Delete groups with their offsets, or only what they committed for some topics.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor group delete billing --dry-run", "  gregor group delete billing --topic orders:0 --dry-run"
        })
public final class GroupDeleteCommand implements Callable<Integer> {
    private static final short UNKNOWN_SERVER_ERROR = -1;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "GROUP",
            description = "Their names; * and ? stand for any letters and for one.")
    private List<String> names = List.of();

    @Option(
            names = "--topic",
            paramLabel = "TOPIC[:N,N]",
            description = "Keep the groups, and have them forget these topics or partitions.")
    private List<String> topics = List.of();

    /** What is about to go: a group's offsets in one topic, or a group that has none. */
    private record Victim(GroupFacts group, Map<TopicPartition, Long> offsets, Change change) {}

    @Override
    public Integer call() {
        try (var client = connection.open();
                var sweep = GroupSweep.of(connection, client)) {
            var chosen = new OffsetScope(client, topics).partitions();
            var victims = new ArrayList<Victim>();
            for (var group : sweep.facts(sweep.named(names))) {
                checkWholeTopics(group);
                var offsets = new HashMap<>(group.positions());
                chosen.ifPresent(partitions -> offsets.keySet().retainAll(new LinkedHashSet<>(partitions)));
                victims.addAll(victims(group, offsets));
                if (offsets.isEmpty() && chosen.isEmpty()) {
                    victims.add(new Victim(group, Map.of(), Change.removed("group " + group.id(), "no offsets")));
                }
            }
            var changes = new ArrayList<Change>();
            victims.forEach(victim -> changes.add(victim.change()));
            return options.carryOut(
                    connection,
                    client,
                    changes,
                    agreed -> chosen.isPresent() ? forget(client, victims) : delete(client, victims));
        }
    }

    private void checkWholeTopics(GroupFacts group) {
        for (var topic : topics) {
            if (group.isShare() && topic.contains(":")) {
                throw new ClusterException("share group '" + group.id() + "' forgets whole topics only: --topic "
                        + topic.substring(0, topic.indexOf(':')) + "; nothing was changed.");
            }
        }
    }

    private List<Victim> victims(GroupFacts group, Map<TopicPartition, Long> offsets) {
        var byTopic = new TreeMap<String, Map<TopicPartition, Long>>();
        offsets.forEach((partition, offset) -> byTopic.computeIfAbsent(partition.topic(), topic -> new HashMap<>())
                .put(partition, offset));
        var victims = new ArrayList<Victim>();
        byTopic.forEach((topic, ofTopic) -> {
            var change = Change.removed("group " + group.id() + ": " + topic, PositionsText.of(ofTopic));
            victims.add(new Victim(
                    group,
                    ofTopic,
                    canComeBack(group, topics.isEmpty())
                            ? change.undoneBy(PositionsText.resetLine(group.id(), topic, ofTopic))
                            : change));
        });
        return victims;
    }

    /**
     * Whether {@code gregor group reset} brings back what is about to go. It makes groups by committing offsets, and so only
     * classic ones; a streams group may go with its last offset, a share group stays. A name with a wildcard means others
     * once its group is gone.
     */
    static boolean canComeBack(GroupFacts group, boolean wholeGroup) {
        if (group.isStreams()) {
            return false;
        }
        return !wholeGroup || (!group.isShare() && !Globs.isGlob(group.id()));
    }

    private static List<Outcome> delete(ClusterClient client, List<Victim> victims) {
        var ids = new LinkedHashSet<String>();
        victims.forEach(victim -> ids.add(victim.group().id()));
        var failures = new GroupOffsetChanges(client).deleteGroups(ids);
        var outcomes = new ArrayList<Outcome>();
        for (var victim : victims) {
            var failure = failures.get(victim.group().id());
            outcomes.add(
                    failure == null
                            ? GroupReset.outcome(victim.change(), null)
                            : failure.map(why -> Outcome.failed(victim.change(), String.valueOf(why.getMessage())))
                                    .orElseGet(() -> Outcome.done(victim.change())));
        }
        return outcomes;
    }

    private static List<Outcome> forget(ClusterClient client, List<Victim> victims) {
        var turns = new GroupTurns();
        for (var victim : victims) {
            turns.take(List.of(victim.change()), change -> {
                forget(client, victim);
                return List.of(Outcome.done(victim.change()));
            });
        }
        return turns.outcomes();
    }

    private static void forget(ClusterClient client, Victim victim) {
        var id = victim.group().id();
        if (victim.group().isShare()) {
            var topic = victim.offsets().keySet().iterator().next().topic();
            new ShareGroups(client).deleteOffsets(id, List.of(topic)).values().forEach(refused -> {
                if (refused.isPresent()) {
                    throw refused.get();
                }
            });
            return;
        }
        var partitions = victim.offsets().keySet();
        var codes = new GroupOffsetChanges(client).delete(id, partitions);
        for (var partition : partitions) {
            Short code = codes.get(partition);
            if (code == null || code != ErrorCodes.NONE) {
                throw new ApiErrorException(code == null ? UNKNOWN_SERVER_ERROR : code, null);
            }
        }
    }
}
