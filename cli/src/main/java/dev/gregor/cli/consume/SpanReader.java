package dev.gregor.cli.consume;

import dev.gregor.protocol.ClusterUnreachableException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;

/** Reads spans with one consumer, on the thread that calls {@link #read}. */
final class SpanReader {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final ReadState state;
    private final int timeoutMs;
    private final Map<TopicPartition, Span> spans = new HashMap<>();
    private final Set<TopicPartition> unfinished = new HashSet<>();

    /** @param timeoutMs how long to wait for records that are known to be there */
    SpanReader(Consumer<byte[], byte[]> consumer, ReadState state, int timeoutMs) {
        this.consumer = consumer;
        this.state = state;
        this.timeoutMs = timeoutMs;
    }

    /**
     * Reads until every span has come to its end, or the sink has enough, or reading is stopped.
     *
     * @param more asked again and again for spans that have come to be, which are read too
     */
    void read(List<Span> asked, Supplier<List<Span>> more, RecordSink sink) {
        take(asked);
        try {
            poll(more, sink);
        } catch (WakeupException stopped) {
            // As the state says.
        }
    }

    private void take(List<Span> asked) {
        var taken = new ArrayList<Span>();
        for (var span : asked) {
            if (span.to().isEmpty() || span.length() > 0) {
                spans.put(span.partition(), span);
                taken.add(span);
                unfinished.add(span.partition());
            }
        }
        if (!taken.isEmpty()) {
            consumer.assign(unfinished); // those that were there keep their positions
            taken.forEach(span -> consumer.seek(span.partition(), span.seekTo()));
        }
    }

    private void poll(Supplier<List<Span>> more, RecordSink sink) {
        long heardNanos = System.nanoTime();
        while (!unfinished.isEmpty() && !state.isStopped()) {
            var records = consumer.poll(POLL);
            for (var partition : records.partitions()) {
                if (!handOn(partition, records.records(partition), sink)) {
                    return;
                }
            }
            if (!sink.flush()) {
                return;
            }
            boolean moved = !records.isEmpty();
            for (var partition : List.copyOf(unfinished)) {
                moved |= noteProgress(partition);
            }
            if (moved) {
                heardNanos = System.nanoTime();
            }
            if ((System.nanoTime() - heardNanos) / 1_000_000 > timeoutMs && isOverdue()) {
                throw new ClusterUnreachableException(silence(), new IOException("no answer"));
            }
            take(more.get());
        }
    }

    /** Returns false when that is enough. Where reading goes on is noted to the record: a run that is stopped tells it. */
    private boolean handOn(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, RecordSink sink) {
        var span = spans.get(partition);
        if (span == null) {
            return true;
        }
        for (var record : records) {
            if (!span.holds(record.offset())) {
                continue;
            }
            if (state.isStopped()) {
                state.at(partition, record.offset());
                return false;
            }
            state.examined();
            if (!sink.accept(record, span)) {
                state.at(partition, record.offset() + 1);
                state.enough();
                return false;
            }
        }
        if (!records.isEmpty()) {
            state.at(partition, records.get(records.size() - 1).offset() + 1);
        }
        return true;
    }

    /** Returns whether it has gone on: over records, or over what is none, such as the marks of transactions. */
    private boolean noteProgress(TopicPartition partition) {
        var position = position(partition);
        if (position.isEmpty()) {
            return false;
        }
        var span = span(partition);
        boolean moved = position.getAsLong() > state.position(span);
        state.at(partition, position.getAsLong());
        if (span.to().isPresent() && position.getAsLong() >= span.to().getAsLong() && unfinished.remove(partition)) {
            consumer.pause(List.of(partition));
        }
        return moved;
    }

    /** Empty while the consumer does not know, as when the partition's leader moves: a read outlasts that. */
    private OptionalLong position(TopicPartition partition) {
        try {
            return OptionalLong.of(consumer.position(partition, Duration.ZERO));
        } catch (TimeoutException unsettled) {
            return OptionalLong.empty();
        }
    }

    private Span span(TopicPartition partition) {
        return Objects.requireNonNull(spans.get(partition));
    }

    /** Whether records are missing that were there when reading began. */
    private boolean isOverdue() {
        for (var partition : unfinished) {
            if (state.position(span(partition)) < span(partition).logEnd()) {
                return true;
            }
        }
        return false;
    }

    private String silence() {
        var text = new StringBuilder("no record came for ").append(timeoutMs).append(" ms; missing: ");
        for (var partition : unfinished) {
            text.append(partition)
                    .append(" from ")
                    .append(state.position(span(partition)))
                    .append("; ");
        }
        text.setLength(text.length() - 2);
        return text.toString();
    }
}
