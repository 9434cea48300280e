package dev.gregor.cli.log;

import dev.gregor.cli.output.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The batches of a segment as rows, what is unreadable as the last one. */
final class BatchRows {
    private BatchRows() {}

    /** @param to exclusive */
    static List<Row> of(SegmentSource source, long from, long to) throws IOException {
        var rows = new ArrayList<Row>();
        try (var reader = SegmentReader.open(source.file())) {
            var stored = reader.next();
            for (; stored instanceof StoredBatch.Complete readable; stored = reader.next()) {
                var batch = readable.batch();
                if (batch.lastOffset() >= from && readable.baseOffset() < to) {
                    rows.add(row(source, readable));
                }
            }
        }
        return rows;
    }

    private static Row row(SegmentSource source, StoredBatch.Complete stored) {
        var batch = stored.batch();
        var count = batch.countOrNull();
        return new Row()
                .with("position", stored.position())
                .with("baseOffset", stored.baseOffset())
                .with("lastOffset", batch.lastOffset())
                .with("records", count == null ? -1 : count)
                .with("bytes", stored.sizeBytes())
                .with("codec", stored.codec())
                .with("kind", kind(stored))
                .with("valid", batch.isValid())
                .withDetail("file", source.file().toString())
                .withDetail("maxTimestamp", batch.maxTimestamp())
                .withDetail("timestampType", batch.timestampType().toString())
                .withDetail("leaderEpoch", batch.partitionLeaderEpoch())
                .withDetail("producerId", batch.producerId())
                .withDetail("producerEpoch", (int) batch.producerEpoch())
                .withDetail("baseSequence", batch.baseSequence())
                .withDetail("magic", (int) batch.magic());
    }

    private static String kind(StoredBatch.Complete stored) {
        if (stored.batch().isControlBatch()) {
            return "control";
        }
        return stored.batch().isTransactional() ? "transactional" : "data";
    }
}
