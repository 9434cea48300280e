package dev.gregor.cli.consume;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Keeps the last records of all, by timestamp. Within a partition the offset says which comes later: a record whose timestamp lies before
 * that of an earlier one counts as written with it.
 *
 * <p>Records that take more than so many bytes are let go, and only their places are kept: they must be read again. Thread-safe.
 */
final class LastRecords implements RecordSink {
    /** What a record takes besides its key, value and headers. */
    private static final int RECORD_BYTES = 200;

    private record Kept(long timeMs, long offset, Span span, Optional<ConsumerRecord<byte[], byte[]>> record) {}

    private static final Comparator<Kept> OLDEST_FIRST = Comparator.comparingLong(Kept::timeMs)
            .thenComparing(kept -> kept.span().partition().topic())
            .thenComparingInt(kept -> kept.span().partition().partition())
            .thenComparingLong(Kept::offset);

    /** What has come of a partition. */
    private static final class Seen {
        private long newestMs = Long.MIN_VALUE;
        private long records;
    }

    private final int wanted;
    private final long mostBytes;
    private final Map<TopicPartition, Seen> seen = new HashMap<>();
    private PriorityQueue<Kept> kept = new PriorityQueue<>(OLDEST_FIRST);
    private long bytes;
    private boolean holdsRecords = true;

    LastRecords(int wanted, long mostBytes) {
        this.wanted = wanted;
        this.mostBytes = mostBytes;
    }

    @Override
    public synchronized boolean accept(ConsumerRecord<byte[], byte[]> record, Span span) {
        var partition = seen.computeIfAbsent(span.partition(), first -> new Seen());
        partition.records++;
        partition.newestMs = Math.max(partition.newestMs, record.timestamp());
        kept.add(new Kept(
                partition.newestMs, record.offset(), span, holdsRecords ? Optional.of(record) : Optional.empty()));
        bytes += holdsRecords ? size(record) : 0;
        if (kept.size() > wanted) {
            kept.remove().record().ifPresent(oldest -> bytes -= size(oldest));
        }
        if (bytes > mostBytes) {
            letGo();
        }
        return true;
    }

    /** Headers are asked for their bytes so that they let go of the fetch they came in. */
    private static long size(ConsumerRecord<byte[], byte[]> record) {
        long size = RECORD_BYTES + (record.key() == null ? 0 : record.key().length);
        size += record.value() == null ? 0 : record.value().length;
        for (var header : record.headers()) {
            size += RECORD_BYTES + header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return size;
    }

    private void letGo() {
        var places = new PriorityQueue<Kept>(OLDEST_FIRST);
        kept.forEach(one -> places.add(new Kept(one.timeMs(), one.offset(), one.span(), Optional.empty())));
        kept = places;
        bytes = 0;
        holdsRecords = false;
    }

    @Override
    public boolean flush() {
        return true;
    }

    synchronized void clear() {
        kept.clear();
        seen.clear();
        bytes = 0;
    }

    /** Whether offsets before these spans' cannot hold one of the last: enough came of each, or some of it is too old already. */
    synchronized boolean areSettled(List<Span> spans) {
        var left = new HashMap<TopicPartition, Long>();
        kept.forEach(one -> left.merge(one.span().partition(), 1L, Long::sum));
        for (var span : spans) {
            var partition = seen.get(span.partition());
            if (partition == null
                    || (partition.records < wanted && partition.records == left.getOrDefault(span.partition(), 0L))) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@link #to} has records to hand on; if not, {@link #places} says where they are. */
    synchronized boolean holdsRecords() {
        return holdsRecords;
    }

    /** Hands them on, the oldest first. */
    synchronized void to(RecordSink sink) {
        var sorted = new ArrayList<>(kept);
        sorted.sort(OLDEST_FIRST);
        for (var one : sorted) {
            if (!sink.accept(one.record().orElseThrow(), one.span())) {
                break;
            }
        }
        sink.flush();
    }

    /** The part of each span that begins with the first of them. */
    synchronized List<Span> places() {
        var places = new HashMap<TopicPartition, Span>();
        for (var one : kept) {
            places.merge(one.span().partition(), one.span().from(one.offset()), Span::longer);
        }
        return List.copyOf(places.values());
    }
}
