package dev.gregor.cli.group;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.ChangeOptions;
import dev.gregor.cli.safety.Outcome;
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

    private static List<Victim> victims(GroupFacts group, Map<TopicPartition, Long> offsets) {
        var byTopic = new TreeMap<String, Map<TopicPartition, Long>>();
        offsets.forEach((partition, offset) -> byTopic.computeIfAbsent(partition.topic(), topic -> new HashMap<>())
                .put(partition, offset));
        var victims = new ArrayList<Victim>();
        byTopic.forEach((topic, ofTopic) -> {
            var change = Change.removed("group " + group.id() + ": " + topic, PositionsText.of(ofTopic));
            // A streams group cannot be made from outside.
            victims.add(new Victim(
                    group,
                    ofTopic,
                    group.isStreams() ? change : change.undoneBy(PositionsText.resetLine(group.id(), topic, ofTopic))));
        });
        return victims;
    }

    private static List<Outcome> delete(ClusterClient client, List<Victim> victims) {
        var ids = new LinkedHashSet<String>();
        victims.forEach(victim -> ids.add(victim.group().id()));
        var codes = new GroupOffsetChanges(client).deleteGroups(ids);
        var outcomes = new ArrayList<Outcome>();
        for (var victim : victims) {
            outcomes.add(
                    GroupReset.outcome(victim.change(), codes.get(victim.group().id())));
        }
        return outcomes;
    }

    private static List<Outcome> forget(ClusterClient client, List<Victim> victims) {
        var outcomes = new ArrayList<Outcome>();
        for (var victim : victims) {
            try {
                outcomes.add(GroupReset.outcome(victim.change(), forget(client, victim)));
            } catch (ApiErrorException refused) {
                outcomes.add(Outcome.failed(victim.change(), String.valueOf(refused.getMessage())));
            }
        }
        return outcomes;
    }

    private static short forget(ClusterClient client, Victim victim) {
        var id = victim.group().id();
        if (victim.group().isShare()) {
            var topic = victim.offsets().keySet().iterator().next().topic();
            var outcome =
                    new ShareGroups(client).deleteOffsets(id, List.of(topic)).get(topic);
            return outcome == null || outcome.isEmpty()
                    ? ErrorCodes.NONE
                    : outcome.get().code();
        }
        for (short code : new GroupOffsetChanges(client)
                .delete(id, victim.offsets().keySet())
                .values()) {
            if (code != ErrorCodes.NONE) {
                return code;
            }
        }
        return ErrorCodes.NONE;
    }
}
