package dev.gregor.cli.consume;

import dev.gregor.cli.record.RecordMatch;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Hands on the records that fit all conditions. The looking is done on the reader's thread. */
final class MatchingSink implements RecordSink {
    private final List<RecordMatch> conditions;
    private final RecordSink next;

    MatchingSink(List<RecordMatch> conditions, RecordSink next) {
        this.conditions = List.copyOf(conditions);
        this.next = next;
    }

    @Override
    public boolean accept(ConsumerRecord<byte[], byte[]> record, Span span) {
        for (var condition : conditions) {
            if (!condition.fits(record)) {
                return true;
            }
        }
        return next.accept(record, span);
    }

    @Override
    public boolean flush() {
        return next.flush();
    }
}
