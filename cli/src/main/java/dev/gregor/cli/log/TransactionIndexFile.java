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
     * @param version          as Kafka's tool tells it: the upper byte of the number, which so far is always 0
     * @param firstOffset      of its first record
     * @param lastOffset       of its end marker
     * @param lastStableOffset when that marker was written
     */
    record AbortedTransaction(int version, long producerId, long firstOffset, long lastOffset, long lastStableOffset) {}

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
            int version = bytes.get(bytes.position());
            if (version > NEWEST_VERSION) {
                throw new KafkaException("Unexpected aborted transaction version " + version + " in transaction index "
                        + file.getAbsolutePath() + ", current version is " + NEWEST_VERSION);
            }
            bytes.getShort();
            transactions.add(new AbortedTransaction(
                    version, bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong()));
        }
        return transactions;
    }
}
