package dev.gregor.cli.topic;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.offsets.OffsetResolver;
import dev.gregor.cli.offsets.Offsets;
import dev.gregor.cli.offsets.OffsetsConverter;
import dev.gregor.cli.offsets.Resolution;
import dev.gregor.cli.partition.RecordDeletion;
import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.ChangeOptions;
import dev.gregor.cli.safety.Outcome;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ErrorCodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gregor topic delete-records}: exit 1 when a partition refuses. What is deleted is gone for good. */
@Command(
        name = "delete-records",
        mixinStandardHelpOptions = true,
        description = {
            "Delete the oldest records of topics, up to a place in each partition.",
            "Places: end, 42, +5, -100 (the last 100 stay), @2026-11-24T08:00, @-7d, committed:GROUP; for"
                    + " partitions of their own 0=42,3=end."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  gregor topic delete-records orders --before @-7d --dry-run",
            "  gregor topic delete-records orders --before +1 --yes"
        })
public final class TopicDeleteRecordsCommand implements Callable<Integer> {
    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "TOPIC",
            description = "Their names; * and ? stand for any letters and for one, but not in the names of Kafka's own"
                    + " topics.")
    private List<String> names = List.of();

    @Option(
            names = "--before",
            required = true,
            paramLabel = "OFFSETS",
            converter = OffsetsConverter.Points.class,
            description = "Records before this place are deleted.")
    @SuppressWarnings("NullAway.Init") // picocli's
    private Offsets before;

    @Override
    public Integer call() {
        try (var client = connection.open()) {
            var partitions = new ArrayList<TopicPartition>();
            new Topics(client).meant(names).forEach((name, count) -> {
                for (int i = 0; i < count; i++) {
                    partitions.add(new TopicPartition(name, i));
                }
            });
            var deletions = new LinkedHashMap<Change, Deletion>();
            new OffsetResolver(client, false).resolve(before, partitions).forEach((partition, place) -> {
                var deletion = deletion(partition, place);
                if (deletion.offset() > deletion.start()) {
                    deletions.put(deletion.change(), deletion);
                }
            });
            return options.carryOut(
                    connection, client, List.copyOf(deletions.keySet()), agreed -> delete(client, agreed, deletions));
        }
    }

    private record Deletion(TopicPartition partition, long start, long offset) {
        Change change() {
            long records = offset - start;
            return Change.of(
                    "start of " + partition.topic() + ":" + partition.partition(),
                    String.valueOf(start),
                    offset + " (" + records + (records == 1 ? " offset" : " offsets") + " deleted)");
        }
    }

    private static Deletion deletion(TopicPartition partition, Resolution place) {
        var where = partition.topic() + ":" + partition.partition();
        if (place instanceof Resolution.Range range) {
            if (range.from() > range.end()) {
                throw new ClusterException(where + " ends at " + range.end() + ", before offset " + range.from()
                        + ". Nothing was deleted.");
            }
            return new Deletion(partition, range.start(), range.from());
        }
        if (place instanceof Resolution.NotCommitted none) {
            // Where a group has not read, nothing is deleted under it.
            return new Deletion(partition, none.start(), none.start());
        }
        throw new ClusterException(
                where + ": " + (place instanceof Resolution.Refused refused ? refused.message() : "no answer")
                        + ". Nothing was deleted.");
    }

    private static List<Outcome> delete(ClusterClient client, List<Change> agreed, Map<Change, Deletion> deletions) {
        var offsets = new HashMap<TopicPartition, Long>();
        for (var deletion : deletions.values()) {
            offsets.put(deletion.partition(), deletion.offset());
        }
        var results = new RecordDeletion(client).deleteBefore(offsets);
        var outcomes = new ArrayList<Outcome>();
        for (var change : agreed) {
            var deletion = deletions.get(change);
            var result = deletion == null ? null : results.get(deletion.partition());
            if (result instanceof RecordDeletion.Result.Deleted) {
                outcomes.add(Outcome.done(change));
            } else {
                outcomes.add(Outcome.failed(
                        change,
                        result instanceof RecordDeletion.Result.Refused refused
                                ? ErrorCodes.text(refused.code(), "")
                                : "the leader did not say what became of it"));
            }
        }
        return outcomes;
    }
}
