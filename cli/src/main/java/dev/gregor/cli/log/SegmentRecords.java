package dev.gregor.cli.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives the records of segments that lie in a range of offsets to a sink; one use for each dump. */
final class SegmentRecords {
    /** Of one file; after more of them nothing sensible is to be expected. */
    private static final int MOST_DAMAGES = 10;

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
     * @return batches that could not be read, and what kept the file from being read to its end
     */
    List<String> read(SegmentSource source, long from, long to) throws IOException {
        var decoder = raw
                ? Optional.<RecordText>empty()
                : source.internal().map(InternalTopic::decoder).map(SegmentRecords::ofAny);
        var damages = new ArrayList<String>();
        try (var reader = SegmentReader.open(source.file())) {
            while (!isFull()) {
                var stored = reader.next();
                if (stored instanceof StoredBatch.Unreadable damage) {
                    damages.add(source.file() + ": at " + damage.position() + ": " + damage.what());
                    return damages;
                }
                if (!(stored instanceof StoredBatch.Complete readable) || readable.baseOffset() >= to) {
                    return damages;
                }
                if (readable.batch().lastOffset() >= from) {
                    read(source, readable, decoder, from, to).ifPresent(damages::add);
                }
                if (damages.size() == MOST_DAMAGES) {
                    damages.add(source.file() + ": too much is damaged; what follows was not read");
                    return damages;
                }
            }
            return damages;
        }
    }

    /** In another topic's folder there may be anything: one record that is not Kafka's own must not end a dump. */
    private static RecordText ofAny(RecordText decoder) {
        return record -> {
            try {
                return decoder.of(record);
            } catch (RuntimeException broken) {
                return new RecordText.Text(Optional.empty(), Optional.of(String.valueOf(broken.getMessage())));
            }
        };
    }

    private Optional<String> read(
            SegmentSource source, StoredBatch.Complete stored, Optional<RecordText> decoder, long from, long to) {
        var place = source.file() + ": at " + stored.position() + ": the batch of offset " + stored.baseOffset();
        if (!stored.isValid()) {
            return Optional.of(place + " is left out: its CRC does not match its bytes");
        }
        try (var records = stored.records()) {
            while (!isFull() && records.hasNext()) {
                var record = records.next();
                if (record.offset() >= from && record.offset() < to) {
                    left--;
                    sink.add(new DumpedRecord(source, stored.position(), stored.batch(), record), decoder);
                }
            }
            return Optional.empty();
        } catch (BatchRecords.BrokenException broken) {
            return Optional.of(place + " cannot be read to its end: " + broken.getMessage());
        }
    }
}
