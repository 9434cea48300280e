package dev.gregor.cli.consume;

import dev.gregor.cli.offsets.OffsetPoint;
import dev.gregor.cli.offsets.OffsetRange;
import dev.gregor.cli.offsets.OffsetResolver;
import dev.gregor.cli.offsets.Offsets;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * Looks every few seconds for partitions of the topics meant, and topics that fit, that have come since reading began. All their records
 * are new, so they are read from their start. Owned by the reader's thread, which waits for the answers.
 */
final class NewPartitions implements AutoCloseable {
    private static final long EVERY_NANOS = 5_000_000_000L;
    private static final Offsets ALL = Offsets.everywhere(OffsetRange.from(new OffsetPoint.Start()));

    private final ClusterClient client;
    private final ReadRequest request;
    private final Set<TopicPartition> known;
    private long lookedAtNanos = System.nanoTime();

    /**
     * For a read that has begun.
     *
     * @param client closed with this; best with a short time-out
     * @param known  what is being read already, or is not meant
     */
    NewPartitions(ClusterClient client, ReadRequest request, Collection<TopicPartition> known) {
        this.client = client;
        this.request = request;
        this.known = new HashSet<>(known);
    }

    /** What has come; nothing while it is not time to look, or nobody answers: it is there the next time too. */
    List<Span> spans() {
        if (!isTime()) {
            return List.of();
        }
        try {
            var come = come();
            if (come.isEmpty()) {
                return List.of();
            }
            var resolver = new OffsetResolver(client, request.isolationLevel().equals("read_committed"));
            var spans = Spans.of(resolver, ALL, come);
            known.addAll(come);
            return spans;
        } catch (ClusterException notNow) {
            return List.of();
        } finally {
            lookedAtNanos = System.nanoTime();
        }
    }

    /** The topics of what has come, as {@link #spans}. */
    Set<String> topics() {
        var topics = new LinkedHashSet<String>();
        if (isTime()) {
            try {
                var come = come();
                come.forEach(partition -> topics.add(partition.topic()));
                known.addAll(come);
            } catch (ClusterException notNow) {
                return topics;
            } finally {
                lookedAtNanos = System.nanoTime();
            }
        }
        return topics;
    }

    private boolean isTime() {
        return System.nanoTime() - lookedAtNanos >= EVERY_NANOS;
    }

    private List<TopicPartition> come() {
        var come = request.topics().partitionsSoFar(client, request.partitions());
        come.removeIf(partition -> known.contains(partition) || !isMeant(partition));
        return come;
    }

    /** Offsets that name other partitions, or have an end, do not mean what comes later. */
    private boolean isMeant(TopicPartition partition) {
        var offsets = request.offsets().orElse(ALL).of(partition.partition());
        return offsets.isPresent() && offsets.get().to().isEmpty();
    }

    @Override
    public void close() {
        client.close();
    }
}
