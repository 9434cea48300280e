package dev.gregor.cli.consume;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.TopicPartition;

/** How far a read is, seen by its readers, its progress line, and who stops it. Thread-safe. */
final class ReadState {
    private final LongAdder examined = new LongAdder();
    private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    /** A record has been looked at. */
    void examined() {
        examined.increment();
    }

    /** How many records have been looked at. */
    long examinedSoFar() {
        return examined.sum();
    }

    /** The next offset to be looked at. */
    void at(TopicPartition partition, long offset) {
        positions.put(partition, offset);
    }

    /** The next offset to be looked at; where the span begins before anything was. */
    long position(Span span) {
        return Math.max(span.from(), positions.getOrDefault(span.partition(), span.from()));
    }

    /** Everyone stops soon. */
    void enough() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    /** How many of the spans' offsets are done. */
    long done(List<Span> spans) {
        long done = 0;
        for (var span : spans) {
            done += Math.min(span.length(), Math.max(0, position(span) - span.from()));
        }
        return done;
    }

    /** The offsets that would go on, in the grammar of {@code --offset}; for spans of one topic. */
    String rest(List<Span> spans) {
        var byPartition = new TreeMap<Integer, String>();
        for (var span : spans) {
            long position = position(span);
            if (span.to().isEmpty() || position < span.to().getAsLong()) {
                byPartition.put(
                        span.partition().partition(),
                        position + ":" + (span.to().isPresent() ? span.to().getAsLong() : ""));
            }
        }
        var text = new StringBuilder();
        byPartition.forEach((partition, range) -> text.append(text.isEmpty() ? "" : ",")
                .append(partition)
                .append('=')
                .append(range));
        return text.toString();
    }
}
