package dev.gregor.cli.perf;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records and their bytes, as one thread counts them. */
final class Amount {
    private static final double BYTES_PER_MB = 1024 * 1024;

    private long records;
    private long bytes;

    void add(ConsumerRecord<byte[], byte[]> record) {
        records++;
        bytes += sizeOf(record);
    }

    /** Adds another thread's count. */
    void add(Amount other) {
        records += other.records;
        bytes += other.bytes;
    }

    void set(Amount other) {
        records = other.records;
        bytes = other.bytes;
    }

    /** The bytes of a record's key and value. */
    private static int sizeOf(ConsumerRecord<byte[], byte[]> record) {
        return (record.key() == null ? 0 : record.key().length) + (record.value() == null ? 0 : record.value().length);
    }

    long records() {
        return records;
    }

    double megabytes() {
        return bytes / BYTES_PER_MB;
    }

    /** What has come since then. */
    Amount since(Amount earlier) {
        var difference = new Amount();
        difference.records = records - earlier.records;
        difference.bytes = bytes - earlier.bytes;
        return difference;
    }
}
