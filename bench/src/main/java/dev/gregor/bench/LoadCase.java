package dev.gregor.bench;

import java.util.List;
import java.util.Map;

/**
 * One way to produce.
 *
 * @param recordBytes size of a record's value
 * @param producerSettings what differs from the client's defaults
 */
record LoadCase(String key, String label, int recordBytes, Map<String, Object> producerSettings) {
    private static final Map<String, Object> BATCHES_OF_256_KB = Map.of("batch.size", 262_144, "linger.ms", 5);

    /** The four of the budgets: record sizes by batch sizes. All with acks=all and six partitions. */
    static final List<LoadCase> ALL = List.of(
            new LoadCase("1k-defaults", "1 KB, client defaults", 1_000, Map.of()),
            new LoadCase("1k-256k", "1 KB, batches of 256 KB", 1_000, BATCHES_OF_256_KB),
            new LoadCase("100b-defaults", "100 B, client defaults", 100, Map.of()),
            new LoadCase("100b-256k", "100 B, batches of 256 KB", 100, BATCHES_OF_256_KB));
}
