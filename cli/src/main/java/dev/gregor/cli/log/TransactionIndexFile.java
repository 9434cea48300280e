package dev.gregor.cli.log;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.KafkaException;

/** The aborted transactions of a {@code .txnindex}, 34 bytes each. */
final class TransactionIndexFile {
    static final int ENTRY_BYTES = Short.BYTES + 4 * Long.BYTES;

    private static final int NEWEST_VERSION = 0;

    private TransactionIndexFile() {}

    /**
     * One aborted transaction.
     *
     * @param version          0 so far
     * @param firstOffset      of its first record
     * @param lastOffset       of its end marker
     * @param lastStableOffset when that marker was written
     */
    record AbortedTransaction(
            short version, long producerId, long firstOffset, long lastOffset, long lastStableOffset) {
        /** Kafka takes the number's upper byte for it. */
        int versionByKafka() {
            return version >> Byte.SIZE;
        }
    }

    /**
     * All of them, none when there is no such file; a piece of an entry at the end is passed over.
     *
     * @throws KafkaException for an entry of a version that is not known
     */
    static List<AbortedTransaction> read(File file) throws IOException {
        return file.exists() ? read(file, SegmentFiles.bytes(file)) : List.of();
    }

    static List<AbortedTransaction> read(File file, ByteBuffer bytes) {
        var transactions = new ArrayList<AbortedTransaction>();
        while (bytes.remaining() >= ENTRY_BYTES) {
            short version = bytes.getShort();
            var entry =
                    new AbortedTransaction(version, bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
            if (entry.versionByKafka() > NEWEST_VERSION) {
                throw new KafkaException("Unexpected aborted transaction version " + entry.versionByKafka()
                        + " in transaction index " + file.getAbsolutePath() + ", current version is "
                        + NEWEST_VERSION);
            }
            transactions.add(entry);
        }
        return transactions;
    }
}
