package dev.gregor.cli.offsets;

import dev.gregor.protocol.ClusterClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/** Makes offsets of {@link Offsets}: asks for every partition's start and end, and for each time and group that is named, once. */
public final class OffsetResolver {
    private final OffsetSource source;

    /** @param committedOnly whether a partition's end is its last stable offset ({@code read_committed}) */
    public OffsetResolver(ClusterClient client, boolean committedOnly) {
        this(new OffsetLookup(client, committedOnly));
    }

    /** With another source than a cluster. */
    public OffsetResolver(OffsetSource source) {
        this.source = source;
    }

    /**
     * Resolves what is meant for each of these partitions, in their order; a partition that is not meant is left out.
     *
     * @throws dev.gregor.protocol.ClusterException when a group's coordinator refuses or nobody answers
     */
    public Map<TopicPartition, Resolution> resolve(Offsets offsets, Collection<TopicPartition> partitions) {
        var ranges = new LinkedHashMap<TopicPartition, OffsetRange>();
        for (var partition : partitions) {
            offsets.of(partition.partition()).ifPresent(range -> ranges.put(partition, range));
        }
        var resolutions = new LinkedHashMap<TopicPartition, Resolution>();
        if (!ranges.isEmpty()) {
            var facts = new Facts(ranges);
            ranges.forEach((partition, range) -> resolutions.put(partition, facts.resolve(partition, range)));
        }
        return resolutions;
    }

    /** What the cluster said about the partitions of one call. */
    private final class Facts {
        private final Map<TopicPartition, ListedOffset> starts;
        private final Map<TopicPartition, ListedOffset> ends;
        private final Map<Long, Map<TopicPartition, ListedOffset>> atTime = new HashMap<>();
        private final Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();

        Facts(Map<TopicPartition, OffsetRange> ranges) {
            starts = source.listed(ranges.keySet(), OffsetLookup.EARLIEST);
            ends = source.listed(ranges.keySet(), OffsetLookup.LATEST);
            var times = new LinkedHashMap<Long, List<TopicPartition>>();
            var groups = new LinkedHashMap<String, List<TopicPartition>>();
            ranges.forEach((partition, range) -> {
                collect(partition, range.from(), times, groups);
                range.to().ifPresent(to -> collect(partition, to, times, groups));
            });
            times.forEach((time, asked) -> atTime.put(time, source.listed(asked, time)));
            groups.forEach((group, asked) -> committed.put(group, source.committed(group, asked)));
        }

        private static void collect(
                TopicPartition partition,
                OffsetPoint point,
                Map<Long, List<TopicPartition>> times,
                Map<String, List<TopicPartition>> groups) {
            if (point instanceof OffsetPoint.AtTime time) {
                times.computeIfAbsent(time.timestampMs(), first -> new ArrayList<>())
                        .add(partition);
            } else if (point instanceof OffsetPoint.Committed group) {
                groups.computeIfAbsent(group.group(), first -> new ArrayList<>())
                        .add(partition);
            }
        }

        Resolution resolve(TopicPartition partition, OffsetRange range) {
            var refused = refusal(partition, range);
            if (refused.isPresent()) {
                return refused.get();
            }
            long start = offset(answer(starts, partition));
            long end = offset(answer(ends, partition));
            var from = offset(partition, range.from(), start, end);
            if (from.isEmpty()) {
                return notCommitted(range.from(), start, end);
            }
            if (range.to().isEmpty()) {
                return new Resolution.Range(start, end, from.getAsLong(), OptionalLong.empty());
            }
            var to = offset(partition, range.to().get(), start, end);
            return to.isEmpty()
                    ? notCommitted(range.to().get(), start, end)
                    : new Resolution.Range(start, end, from.getAsLong(), to);
        }

        private Optional<Resolution> refusal(TopicPartition partition, OffsetRange range) {
            var answers = new ArrayList<>(List.of(answer(starts, partition), answer(ends, partition)));
            time(partition, range.from()).ifPresent(answers::add);
            range.to().flatMap(to -> time(partition, to)).ifPresent(answers::add);
            for (var answer : answers) {
                if (answer instanceof ListedOffset.Refused refused) {
                    return Optional.of(new Resolution.Refused(refused.code(), refused.message()));
                }
            }
            return Optional.empty();
        }

        private Optional<ListedOffset> time(TopicPartition partition, OffsetPoint point) {
            return point instanceof OffsetPoint.AtTime time
                    ? Optional.of(answer(atTime.getOrDefault(time.timestampMs(), Map.of()), partition))
                    : Optional.empty();
        }

        private static ListedOffset answer(Map<TopicPartition, ListedOffset> answers, TopicPartition partition) {
            var answer = answers.get(partition);
            return answer == null ? new ListedOffset.Refused((short) -1, "the leader did not answer") : answer;
        }

        /** Empty only for a group that has committed nothing. */
        private OptionalLong offset(TopicPartition partition, OffsetPoint point, long start, long end) {
            if (point instanceof OffsetPoint.Start) {
                return OptionalLong.of(start);
            }
            if (point instanceof OffsetPoint.AfterStart after) {
                return OptionalLong.of(after.count() >= end - start ? end : start + after.count());
            }
            if (point instanceof OffsetPoint.BeforeEnd before) {
                return OptionalLong.of(before.count() >= end - start ? start : end - before.count());
            }
            if (point instanceof OffsetPoint.At at) {
                return OptionalLong.of(at.offset());
            }
            if (point instanceof OffsetPoint.AtTime) {
                long found = offset(time(partition, point).orElseThrow());
                return OptionalLong.of(found < 0 ? end : Math.min(found, end));
            }
            if (point instanceof OffsetPoint.Committed group) {
                var found = committed.getOrDefault(group.group(), Map.of()).get(partition);
                return found == null ? OptionalLong.empty() : OptionalLong.of(found);
            }
            return OptionalLong.of(end);
        }

        private static long offset(ListedOffset answer) {
            return ((ListedOffset.Found) answer).offset();
        }

        private static Resolution notCommitted(OffsetPoint point, long start, long end) {
            return new Resolution.NotCommitted(start, end, ((OffsetPoint.Committed) point).group());
        }
    }
}
