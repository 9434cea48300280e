package dev.gregor.cli.log;

import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.RecordBatch;

/**
 * Finds batches of one log by offset. Apache Kafka's tool goes through the rest of the log for each offset it looks for; this
 * goes through it once, and through the rest again only from a position at which it has seen no batch begin.
 */
final class BatchSearch {
    private static final int FIRST_CAPACITY = 1024;

    private final FileRecords log;
    private int[] positions = new int[FIRST_CAPACITY];
    private long[] lastOffsets = new long[FIRST_CAPACITY];
    private int seen;

    BatchSearch(FileRecords log) {
        this.log = log;
    }

    /**
     * The first batch from a position on that ends at this offset or after it.
     *
     * @throws RuntimeException as kafka-clients does for a broken batch anywhere behind the position
     */
    Optional<RecordBatch> firstEndingAtOrAfter(long offset, int position) {
        int first = Arrays.binarySearch(positions, 0, seen, position);
        if (first < 0) {
            goThrough(position);
            first = 0;
        }
        for (int i = first; i < seen; i++) {
            if (lastOffsets[i] >= offset) {
                return Optional.of(log.slice(positions[i], Integer.MAX_VALUE)
                        .batches()
                        .iterator()
                        .next());
            }
        }
        return Optional.empty();
    }

    private void goThrough(int from) {
        seen = 0;
        int position = from;
        for (var batch : log.slice(from, Integer.MAX_VALUE).batches()) {
            if (seen == positions.length) {
                positions = Arrays.copyOf(positions, seen * 2);
                lastOffsets = Arrays.copyOf(lastOffsets, seen * 2);
            }
            positions[seen] = position;
            lastOffsets[seen++] = batch.lastOffset();
            position += batch.sizeInBytes();
        }
    }
}
