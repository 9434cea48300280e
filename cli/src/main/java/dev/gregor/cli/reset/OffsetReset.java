package dev.gregor.cli.reset;

import dev.gregor.cli.Streams;
import dev.gregor.cli.coordinator.CommittedOffset;
import dev.gregor.cli.dropin.KafkaLogLine;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import dev.gregor.cli.grouptool.GroupTool;
import dev.gregor.cli.grouptool.KafkaFailure;
import dev.gregor.cli.grouptool.OptionRules;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the offsets of {@code --reset-offsets} shall be: what its options say, held within the logs. Maps are HashMaps by
 * partition, for their order is the one in which Kafka's tools print.
 */
public final class OffsetReset {
    private static final String LOGGER = "org.apache.kafka.tools.OffsetsUtils";
    private static final short LEADER_NOT_AVAILABLE = 5;

    private final LogOffsets logs;
    private final ParsedOptions options;
    private final Streams streams;

    /** As these options say; the client stays the caller's. */
    public OffsetReset(ClusterClient client, ParsedOptions options, Streams streams) {
        this.logs = new LogOffsets(client);
        this.options = options;
        this.streams = streams;
    }

    /** What the group committed so far; asked for by the scenarios that go by it. */
    @FunctionalInterface
    public interface Committed {
        Map<TopicPartition, CommittedOffset> offsets();
    }

    /** The partitions of {@code --topic} arguments: those chosen first, then all of the other topics. */
    public List<TopicPartition> partitions(List<String> arguments) {
        var partitions = new ArrayList<TopicPartition>();
        var topics = new ArrayList<String>();
        for (var argument : arguments) {
            if (argument.contains(":")) {
                partitions.addAll(TopicArguments.partitions(argument));
            } else {
                topics.add(argument);
            }
        }
        for (var ofTopic : logs.partitions(topics).values()) {
            partitions.addAll(ofTopic.keySet());
        }
        return partitions;
    }

    /** Refuses partitions that are not there or have no leader. */
    public void check(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Integer> leaders;
        try {
            leaders = logs.leadersOf(partitions);
        } catch (ApiErrorException unknown) {
            throw KafkaFailure.rethrown(unknown);
        }
        var missing = new ArrayList<String>();
        var leaderless = new ArrayList<String>();
        for (var partition : partitions) {
            var leader = leaders.get(partition);
            if (leader == null) {
                missing.add(partition.toString());
            } else if (leader < 0) {
                leaderless.add(partition.toString());
            }
        }
        if (!missing.isEmpty()) {
            throw new ApiErrorException(
                    ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION,
                    "The partitions \"" + String.join(",", missing) + "\" do not exist");
        }
        if (!leaderless.isEmpty()) {
            throw new ApiErrorException(
                    LEADER_NOT_AVAILABLE, "The partitions \"" + String.join(",", leaderless) + "\" have no leader");
        }
    }

    /**
     * Refuses a line without an option that says where to.
     *
     * @throws UsageException in Kafka's words
     */
    public void checkScenario() {
        if (!new OptionRules(options).hasAny(ResetScenarios.ALL)) {
            throw new UsageException("Option '[reset-offsets]' requires one of the following scenarios: ["
                    + OptionRules.bracketed(ResetScenarios.ALL) + "]");
        }
    }

    /** The new offsets of these partitions, or of those that {@code --from-file} has for the group. */
    public Map<TopicPartition, Long> offsets(
            String groupId, Collection<TopicPartition> partitions, Committed committed) {
        if (options.has("to-offset")) {
            long offset =
                    GroupTool.number("to-offset", options.values("to-offset").get(0));
            return within(all(partitions, offset));
        }
        if (options.has("to-earliest")) {
            return logs.at(partitions, LogOffsets.EARLIEST);
        }
        if (options.has("to-latest")) {
            return logs.at(partitions, LogOffsets.LATEST);
        }
        if (options.has("shift-by")) {
            return within(shifted(
                    partitions,
                    committed.offsets(),
                    options.longInteger("shift-by").orElseThrow()));
        }
        if (options.has("to-datetime")) {
            return at(partitions, DateTime.ofText(options.values("to-datetime").get(0)));
        }
        if (options.has("by-duration")) {
            var ago = Duration.parse(options.value("by-duration").orElseThrow());
            return at(partitions, Instant.now().minus(ago).toEpochMilli());
        }
        if (options.has("from-file")) {
            return fromFile(groupId);
        }
        return current(partitions, committed.offsets());
    }

    private static Map<TopicPartition, Long> all(Collection<TopicPartition> partitions, long offset) {
        var offsets = new HashMap<TopicPartition, Long>();
        for (var partition : partitions) {
            offsets.put(partition, offset);
        }
        return offsets;
    }

    private static Map<TopicPartition, Long> shifted(
            Collection<TopicPartition> partitions, Map<TopicPartition, CommittedOffset> committed, long by) {
        var offsets = new HashMap<TopicPartition, Long>();
        for (var partition : partitions) {
            var before = committed.get(partition);
            if (before == null) {
                throw new IllegalArgumentException("Cannot shift offset for partition " + partition
                        + " since there is no current committed offset");
            }
            offsets.put(partition, before.offset() + by);
        }
        return offsets;
    }

    private Map<TopicPartition, Long> current(
            Collection<TopicPartition> partitions, Map<TopicPartition, CommittedOffset> committed) {
        var offsets = new HashMap<TopicPartition, Long>();
        var without = new ArrayList<TopicPartition>();
        for (var partition : partitions) {
            var before = committed.get(partition);
            if (before == null) {
                without.add(partition);
            } else {
                offsets.put(partition, before.offset());
            }
        }
        offsets.putAll(logs.at(without, LogOffsets.LATEST));
        return offsets;
    }

    private Map<TopicPartition, Long> fromFile(String groupId) {
        var plan = ResetFile.read(options.values("from-file").get(0), options.values("group"));
        var offsets = plan.get(groupId);
        if (offsets == null) {
            GroupTool.printError(streams.out(), "No reset plan for group " + groupId + " found");
            return new HashMap<>();
        }
        return within(offsets);
    }

    /** The offset of the first record from then on; the end where there is none. */
    private Map<TopicPartition, Long> at(Collection<TopicPartition> partitions, long timestampMs) {
        var offsets = logs.at(partitions, timestampMs);
        var tooLate = new HashSet<TopicPartition>();
        for (var found : offsets.entrySet()) {
            if (found.getValue() == LogOffsets.UNKNOWN) {
                tooLate.add(found.getKey());
            }
        }
        for (var partition : tooLate) {
            streams.out()
                    .println("\nWarn: Partition " + partition.partition() + " from topic " + partition.topic()
                            + " is empty. Falling back to latest known offset.");
        }
        offsets.putAll(logs.at(tooLate, LogOffsets.LATEST));
        return offsets;
    }

    private Map<TopicPartition, Long> within(Map<TopicPartition, Long> wanted) {
        var starts = logs.at(wanted.keySet(), LogOffsets.EARLIEST);
        var ends = logs.at(wanted.keySet(), LogOffsets.LATEST);
        var offsets = new HashMap<TopicPartition, Long>();
        for (var entry : wanted.entrySet()) {
            var partition = entry.getKey();
            long offset = entry.getValue();
            long start = starts.getOrDefault(partition, offset);
            long end = ends.getOrDefault(partition, offset);
            if (offset > end) {
                warn(partition, offset, "higher than latest", end);
                offsets.put(partition, end);
            } else if (offset < start) {
                warn(partition, offset, "lower than earliest", start);
                offsets.put(partition, start);
            } else {
                offsets.put(partition, offset);
            }
        }
        return offsets;
    }

    private void warn(TopicPartition partition, long offset, String how, long instead) {
        KafkaLogLine.warn(
                streams.err(),
                "New offset (" + offset + ") is " + how + " offset for topic partition " + partition
                        + ". Value will be set to " + instead,
                LOGGER);
    }
}
