package dev.gregor.cli.group;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.coordinator.GroupListings;
import dev.gregor.cli.grouptool.PartitionsText;
import dev.gregor.cli.names.Globs;
import dev.gregor.cli.offsets.Offsets;
import dev.gregor.cli.offsets.OffsetsConverter;
import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.ChangeOptions;
import dev.gregor.protocol.ClusterException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gregor group reset}: each partition's outcome is told; exit 1 when one could not be set. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Have groups go on from other offsets; their members must be stopped.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gregor group reset billing --to start --dry-run",
            "  gregor group reset billing --topic orders --to @-1h --yes"
        })
public final class GroupResetCommand implements Callable<Integer> {
    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "GROUP",
            description = "Their names; * and ? stand for letters. A name that is not there yet is made, with --topic.")
    private List<String> names = List.of();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "OFFSETS",
            converter = OffsetsConverter.Points.class,
            description = "Where to: start, end, a number, +N, -N, @time, @-1h, committed:GROUP; 0=5,1=end sets"
                    + " partitions apart. Beyond a partition's end it is the end.")
    private Offsets to = new Offsets(Optional.empty(), List.of());

    @Option(
            names = "--topic",
            paramLabel = "TOPIC[:N,N]",
            description = "These topics or partitions only; else all that the group has a position in.")
    private List<String> topics = List.of();

    @Override
    public Integer call() {
        try (var client = connection.open();
                var sweep = GroupSweep.of(connection, client)) {
            var groups = groups(sweep);
            var chosen = new OffsetScope(client, topics).partitions();
            var resets = new ArrayList<GroupReset>();
            var counts = new ArrayList<Integer>();
            var changes = new ArrayList<Change>();
            checkNamed(groups, chosen);
            for (var group : groups) {
                var partitions = partitions(group, chosen);
                var reset = new GroupReset(client, group.id(), group.facts());
                var ofGroup = reset.changes(partitions, to);
                resets.add(reset);
                counts.add(ofGroup.size());
                changes.addAll(ofGroup);
            }
            return options.carryOut(connection, client, changes, agreed -> {
                var turns = new GroupTurns();
                int from = 0;
                for (int i = 0; i < resets.size(); i++) {
                    turns.take(agreed.subList(from, from + counts.get(i)), resets.get(i)::execute);
                    from += counts.get(i);
                }
                return turns.outcomes();
            });
        }
    }

    private static List<TopicPartition> partitions(Meant group, Optional<List<TopicPartition>> chosen) {
        return chosen.orElseGet(() -> group.facts().orElseThrow().partitions());
    }

    /** Refuses a partition's number in {@code --to} that none of the partitions has: it would be passed over in silence. */
    private void checkNamed(List<Meant> groups, Optional<List<TopicPartition>> chosen) {
        var indexes = new TreeSet<Integer>();
        for (var group : groups) {
            partitions(group, chosen).forEach(partition -> indexes.add(partition.partition()));
        }
        for (var named : to.named()) {
            if (indexes.subSet(named.first(), true, named.last(), true).isEmpty()) {
                throw new ClusterException("--to names partition " + named.first()
                        + (named.first() == named.last() ? "" : "-" + named.last()) + ", but there is "
                        + (indexes.isEmpty() ? "none" : "only " + PartitionsText.indexes(indexes))
                        + "; nothing was changed.");
            }
        }
    }

    /** A group by name, and what is known of it; nothing for one that is not there yet. */
    private record Meant(String id, Optional<GroupFacts> facts) {}

    private List<Meant> groups(GroupSweep sweep) {
        var existing = sweep.listings();
        var ids = GroupListings.ids(existing);
        var made = new ArrayList<Meant>();
        var found = new ArrayList<String>();
        for (var name : new LinkedHashSet<>(names)) {
            if (!topics.isEmpty() && !ids.contains(name) && !Globs.isGlob(name)) {
                made.add(new Meant(name, Optional.empty()));
            } else {
                found.add(name);
            }
        }
        var meant = new ArrayList<Meant>();
        if (!found.isEmpty()) {
            var wanted = Globs.expand("group", found, ids);
            var listings = new ArrayList<>(existing);
            listings.removeIf(listing -> !wanted.contains(listing.id()));
            for (var facts : sweep.facts(listings)) {
                meant.add(new Meant(facts.id(), Optional.of(facts)));
            }
        }
        meant.addAll(made);
        return meant;
    }
}
