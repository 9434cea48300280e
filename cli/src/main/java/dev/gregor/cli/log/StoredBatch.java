package dev.gregor.cli.log;

import java.nio.ByteBuffer;
import org.apache.kafka.common.record.internal.MutableRecordBatch;
import org.apache.kafka.common.record.internal.RecordBatch;

/** What stands at a position of a segment. */
sealed interface StoredBatch {
    /** Where it begins. */
    long position();

    /**
     * A batch whose length and magic make sense; its CRC is not looked at. It may be used until the next one is read.
     *
     * @param bytes all of its
     */
    record Complete(long position, MutableRecordBatch batch, ByteBuffer bytes) implements StoredBatch {
        int sizeBytes() {
            return batch.sizeInBytes();
        }

        /** Its first offset; of an old batch that cannot be opened, the last one. */
        long baseOffset() {
            return batch.magic() < RecordBatch.MAGIC_VALUE_V2 && !batch.isValid()
                    ? batch.lastOffset()
                    : batch.baseOffset();
        }

        /** The codec's name; a question mark if there is no such codec. */
        String codec() {
            try {
                return batch.compressionType().name;
            } catch (IllegalArgumentException unknown) {
                return "?";
            }
        }
    }

    /**
     * Bytes that are no batch; nothing behind them can be found.
     *
     * @param sizeBytes up to the file's end
     * @param what      in words
     */
    record Unreadable(long position, long sizeBytes, String what) implements StoredBatch {}

    /** The file's end. */
    record End(long position) implements StoredBatch {}
}
