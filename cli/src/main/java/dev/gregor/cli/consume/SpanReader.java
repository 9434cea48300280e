package dev.gregor.cli.consume;

import dev.gregor.protocol.ClusterUnreachableException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
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

    /** Reads until every span has come to its end, or the sink has enough, or reading is stopped. */
    void read(List<Span> asked, RecordSink sink) {
        for (var span : asked) {
            if (span.to().isEmpty() || span.length() > 0) {
                spans.put(span.partition(), span);
            }
        }
        unfinished.addAll(spans.keySet());
        consumer.assign(unfinished);
        spans.values().forEach(span -> consumer.seek(span.partition(), span.from()));
        try {
            poll(sink);
        } catch (WakeupException stopped) {
            // As the state says.
        } finally {
            spans.keySet().forEach(this::noteProgress);
        }
    }

    private void poll(RecordSink sink) {
        long heardNanos = System.nanoTime();
        while (!unfinished.isEmpty() && !state.isStopped()) {
            var records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                heardNanos = System.nanoTime();
            }
            for (var record : records) {
                if (!accept(record, sink)) {
                    return;
                }
            }
            if (records.isEmpty() && !sink.flush()) {
                return;
            }
            List.copyOf(unfinished).forEach(this::noteProgress);
            if ((System.nanoTime() - heardNanos) / 1_000_000 > timeoutMs && isOverdue()) {
                throw new ClusterUnreachableException(silence(), new IOException("no answer"));
            }
        }
        sink.flush();
    }

    private boolean accept(ConsumerRecord<byte[], byte[]> record, RecordSink sink) {
        var partition = new TopicPartition(record.topic(), record.partition());
        var span = spans.get(partition);
        if (span == null
                || (span.to().isPresent() && record.offset() >= span.to().getAsLong())) {
            return true;
        }
        state.examined();
        if (sink.accept(record, span)) {
            return true;
        }
        // What is left of this poll is not read: the next run goes on right after this record.
        state.at(partition, record.offset() + 1);
        state.enough();
        return false;
    }

    private void noteProgress(TopicPartition partition) {
        if (state.isStopped() && state.isKnown(partition)) {
            return;
        }
        long position = consumer.position(partition);
        state.at(partition, position);
        var end = span(partition).to();
        if (end.isPresent() && position >= end.getAsLong() && unfinished.remove(partition)) {
            consumer.pause(List.of(partition));
        }
    }

    private Span span(TopicPartition partition) {
        return Objects.requireNonNull(spans.get(partition));
    }

    /** Whether records are missing that were there when reading began. */
    private boolean isOverdue() {
        for (var partition : unfinished) {
            if (consumer.position(partition) < span(partition).logEnd()) {
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
                    .append(consumer.position(partition))
                    .append("; ");
        }
        text.setLength(text.length() - 2);
        return text.toString();
    }
}
