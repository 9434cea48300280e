package dev.gregor.cli.log;

import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/** Gives the records of segments that lie in a range of offsets to a sink; one use for each source. */
final class SegmentRecords {
    private final RecordSink sink;
    private final boolean raw;
    private long left;

    /**
     * For one dump.
     *
     * @param raw  whether Kafka's own records are left as they are
     * @param most how many records at most
     */
    SegmentRecords(RecordSink sink, boolean raw, long most) {
        this.sink = sink;
        this.raw = raw;
        left = most;
    }

    boolean isFull() {
        return left <= 0;
    }

    /**
     * Gives one file's.
     *
     * @param to exclusive
     * @return what kept it from being read to its end
     */
    Optional<String> read(SegmentSource source, long from, long to) throws IOException {
        var decoder = raw ? Optional.<RecordText>empty() : source.internal().map(InternalTopic::decoder);
        try (var reader = SegmentReader.open(source.file())) {
            while (!isFull()) {
                var stored = reader.next();
                if (stored instanceof StoredBatch.Unreadable damage) {
                    return Optional.of(source.file() + ": at " + damage.position() + ": " + damage.what());
                }
                if (!(stored instanceof StoredBatch.Complete readable) || readable.baseOffset() >= to) {
                    return Optional.empty();
                }
                var broken = readable.batch().lastOffset() < from
                        ? Optional.<String>empty()
                        : read(source, readable, decoder, from, to);
                if (broken.isPresent()) {
                    return broken;
                }
            }
            return Optional.empty();
        }
    }

    private Optional<String> read(
            SegmentSource source, StoredBatch.Complete stored, Optional<RecordText> decoder, long from, long to) {
        var batch = stored.batch();
        try {
            for (var record : batch) {
                if (record.offset() >= from && record.offset() < to && left-- > 0) {
                    sink.add(new DumpedRecord(source, stored.position(), batch, record), decoder);
                }
            }
            return Optional.empty();
        } catch (KafkaException | IllegalArgumentException broken) {
            return Optional.of(source.file() + ": at " + stored.position() + ": the batch of offset "
                    + stored.baseOffset() + " cannot be opened: " + broken.getMessage());
        }
    }
}
