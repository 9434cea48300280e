package dev.gregor.cli.consume;

import dev.gregor.cli.offsets.OffsetPoint;
import dev.gregor.cli.offsets.OffsetRange;
import dev.gregor.cli.offsets.OffsetResolver;
import dev.gregor.cli.offsets.Offsets;
import dev.gregor.cli.offsets.Resolution;
import dev.gregor.protocol.ClusterException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/** Makes spans of what a line says about offsets. */
final class Spans {
    private Spans() {}

    /**
     * The spans of these partitions. Where a group has committed nothing, its span begins at the log's start.
     *
     * @throws ClusterException when a partition's leader cannot or may not say, or no partition is meant
     */
    static List<Span> of(OffsetResolver resolver, Offsets offsets, List<TopicPartition> partitions) {
        var spans = new ArrayList<Span>();
        resolver.resolve(offsets, partitions).forEach((partition, resolution) -> {
            if (resolution instanceof Resolution.Range range) {
                long from = Math.max(range.from(), range.start());
                // What begins or ends beyond the log's end is waited for.
                var to = range.to().isPresent()
                        ? OptionalLong.of(Math.max(range.to().getAsLong(), from))
                        : OptionalLong.empty();
                spans.add(new Span(partition, range.start(), range.end(), from, to));
            } else if (resolution instanceof Resolution.NotCommitted nothing) {
                spans.add(uncommitted(
                        partition, nothing, offsets.of(partition.partition()).orElseThrow()));
            } else if (resolution instanceof Resolution.Refused refused) {
                throw new ClusterException(partition + ": " + refused.message());
            }
        });
        if (spans.isEmpty()) {
            throw new ClusterException("--offset names none of the partitions.");
        }
        return spans;
    }

    /** A group that has committed nothing begins at the start, and has read up to there: a span that ends with it is empty. */
    private static Span uncommitted(TopicPartition partition, Resolution.NotCommitted nothing, OffsetRange asked) {
        var to = asked.to();
        if (to.isEmpty()) {
            return new Span(partition, nothing.start(), nothing.end(), nothing.start(), OptionalLong.empty());
        }
        boolean endsWithGroup = to.get() instanceof OffsetPoint.Committed;
        return new Span(
                partition,
                nothing.start(),
                nothing.end(),
                nothing.start(),
                OptionalLong.of(endsWithGroup ? nothing.start() : nothing.end()));
    }
}
