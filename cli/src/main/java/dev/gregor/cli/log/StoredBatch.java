package dev.gregor.cli.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.MutableRecordBatch;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.utils.BufferSupplier;

/** What stands at a position of a segment. */
sealed interface StoredBatch {
    /** Where it begins. */
    long position();

    /** A batch whose length and magic make sense. It may be used until the next one is read. */
    final class Complete implements StoredBatch {
        private final long position;
        private final MutableRecordBatch batch;
        private final ByteBuffer bytes;
        private final BufferSupplier buffers;
        private final boolean valid;
        /** Old batches have to be opened for it. */
        private long firstOffset = Long.MIN_VALUE;

        /** @param bytes all of its */
        Complete(long position, MutableRecordBatch batch, ByteBuffer bytes, BufferSupplier buffers) {
            this.position = position;
            this.batch = batch;
            this.bytes = bytes;
            this.buffers = buffers;
            valid = batch.isValid();
        }

        @Override
        public long position() {
            return position;
        }

        /** Its header; {@link #records} reads the rest. */
        MutableRecordBatch batch() {
            return batch;
        }

        ByteBuffer bytes() {
            return bytes;
        }

        /** Whether its CRC is that of its bytes; asked often, and computed once. */
        boolean isValid() {
            return valid;
        }

        int sizeBytes() {
            return batch.sizeInBytes();
        }

        /** Its first offset; of an old batch that cannot be opened, the last one. */
        long baseOffset() {
            if (firstOffset == Long.MIN_VALUE) {
                firstOffset = batch.magic() < RecordBatch.MAGIC_VALUE_V2 ? offsetOfFirstRecord() : batch.baseOffset();
            }
            return firstOffset;
        }

        private long offsetOfFirstRecord() {
            try (var records = records()) {
                return valid && records.hasNext() ? records.next().offset() : batch.lastOffset();
            } catch (BatchRecords.BrokenException broken) {
                return batch.lastOffset();
            }
        }

        /**
         * Opens it.
         *
         * @throws BatchRecords.BrokenException when it cannot be opened; so does each of its records that cannot be read
         */
        BatchRecords records() {
            return new BatchRecords(batch, buffers);
        }

        /** What is behind the header of a batch of today's format, uncompressed; all of it is in memory. */
        ByteBuffer recordBytes() throws IOException {
            if (!batch.isCompressed()) {
                return bytes.duplicate().position(DefaultRecordBatch.RECORD_BATCH_OVERHEAD);
            }
            try (var opened = ((DefaultRecordBatch) batch).recordInputStream(buffers)) {
                return ByteBuffer.wrap(opened.readAllBytes());
            }
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
