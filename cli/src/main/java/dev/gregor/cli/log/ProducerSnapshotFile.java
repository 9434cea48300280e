package dev.gregor.cli.log;

import java.io.File;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.CRC32C;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;

/** The producers of a {@code .snapshot}: what a partition knew of each at the offset in the file's name. */
final class ProducerSnapshotFile {
    private static final short VERSION = 1;
    /** Behind the version and the CRC. */
    private static final int CHECKED_FROM = Short.BYTES + Integer.BYTES;

    private ProducerSnapshotFile() {}

    /**
     * One producer.
     *
     * @param lastOffset   of its last batch; -1 when it has none, as after a control batch
     * @param offsetDelta  from that batch's first offset to its last
     * @param timestamp    of that batch, ms
     * @param currentTxnFirstOffset of the transaction it has open
     */
    record Producer(
            long producerId,
            short epoch,
            int lastSequence,
            long lastOffset,
            int offsetDelta,
            long timestamp,
            int coordinatorEpoch,
            OptionalLong currentTxnFirstOffset) {
        boolean hasBatch() {
            return lastOffset >= 0;
        }

        int firstSequence() {
            return DefaultRecordBatch.decrementSequence(lastSequence, offsetDelta);
        }
    }

    /** What a snapshot that a broker would throw away says about itself, in Kafka's words. */
    static final class CorruptException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String what;

        private CorruptException(String what) {
            super(what);
            this.what = what;
        }

        String what() {
            return what;
        }
    }

    static List<Producer> read(File file) throws IOException, CorruptException {
        return read(SegmentFiles.bytes(file));
    }

    static List<Producer> read(ByteBuffer bytes) throws CorruptException {
        List<Producer> producers;
        long crc;
        try {
            short version = bytes.getShort();
            if (version != VERSION) {
                throw new CorruptException("Snapshot contained an unknown file version " + version);
            }
            crc = Integer.toUnsignedLong(bytes.getInt());
            producers = producers(bytes);
        } catch (BufferUnderflowException tooShort) {
            throw new CorruptException("Snapshot failed schema validation: null");
        } catch (CorruptException broken) {
            throw new CorruptException("Snapshot failed schema validation: " + broken.what());
        }
        var checksum = new CRC32C();
        checksum.update(bytes.duplicate().position(CHECKED_FROM));
        long computed = checksum.getValue();
        if (crc != computed) {
            throw new CorruptException(
                    "Snapshot is corrupt (CRC is no longer valid). Stored crc: " + crc + ". Computed crc: " + computed);
        }
        return producers;
    }

    private static List<Producer> producers(ByteBuffer bytes) throws CorruptException {
        int count = bytes.getInt();
        if (count < 0) {
            throw new CorruptException("non-nullable field producerEntries was serialized as null");
        }
        if (count > bytes.remaining()) {
            throw new CorruptException("Tried to allocate a collection of size " + count + ", but there are only "
                    + bytes.remaining() + " bytes remaining.");
        }
        var producers = new ArrayList<Producer>();
        for (int i = 0; i < count; i++) {
            producers.add(new Producer(
                    bytes.getLong(),
                    bytes.getShort(),
                    bytes.getInt(),
                    bytes.getLong(),
                    bytes.getInt(),
                    bytes.getLong(),
                    bytes.getInt(),
                    transaction(bytes.getLong())));
        }
        return producers;
    }

    private static OptionalLong transaction(long firstOffset) {
        return firstOffset >= 0 ? OptionalLong.of(firstOffset) : OptionalLong.empty();
    }
}
