package dev.gregor.cli.consume;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Keeps the last records of all, by timestamp and, within a partition, by offset. Thread-safe. */
final class LastRecords implements RecordSink {
    private record Kept(ConsumerRecord<byte[], byte[]> record, Span span) {}

    private static final Comparator<Kept> OLDEST_FIRST = (left, right) -> {
        var a = left.record();
        var b = right.record();
        if (a.partition() == b.partition() && a.topic().equals(b.topic())) {
            return Long.compare(a.offset(), b.offset());
        }
        int byTime = Long.compare(a.timestamp(), b.timestamp());
        int byTopic = byTime != 0 ? byTime : a.topic().compareTo(b.topic());
        return byTopic != 0 ? byTopic : Integer.compare(a.partition(), b.partition());
    };

    private final int wanted;
    private final PriorityQueue<Kept> kept = new PriorityQueue<>(OLDEST_FIRST);

    LastRecords(int wanted) {
        this.wanted = wanted;
    }

    @Override
    public synchronized boolean accept(ConsumerRecord<byte[], byte[]> record, Span span) {
        kept.add(new Kept(record, span));
        if (kept.size() > wanted) {
            kept.remove();
        }
        return true;
    }

    @Override
    public boolean flush() {
        return true;
    }

    synchronized int size() {
        return kept.size();
    }

    synchronized void clear() {
        kept.clear();
    }

    /** Hands them on, the oldest first. */
    synchronized void to(RecordSink sink) {
        var sorted = new ArrayList<>(kept);
        sorted.sort(OLDEST_FIRST);
        for (var one : sorted) {
            if (!sink.accept(one.record(), one.span())) {
                break;
            }
        }
        sink.flush();
    }
}
