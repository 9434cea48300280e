package dev.gregor.cli.log;

import dev.gregor.cli.output.Row;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** The batches of segments as rows; one use for each dump. */
final class BatchRows {
    private final Consumer<Row> rows;
    private long left;

    /** @param most how many rows at most */
    BatchRows(Consumer<Row> rows, long most) {
        this.rows = rows;
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
        try (var reader = SegmentReader.open(source.file())) {
            var stored = reader.next();
            for (; !isFull() && stored instanceof StoredBatch.Complete readable; stored = reader.next()) {
                if (readable.batch().lastOffset() >= from && readable.baseOffset() < to) {
                    left--;
                    rows.accept(row(source, readable));
                }
            }
            return stored instanceof StoredBatch.Unreadable damage
                    ? Optional.of(source.file() + ": at " + damage.position() + ": " + damage.what())
                    : Optional.empty();
        }
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
                .with("valid", stored.isValid())
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
