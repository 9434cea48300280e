package dev.gregor.broker.group;

import dev.gregor.broker.storage.LogRead;
import dev.gregor.broker.storage.LogSlice;
import dev.gregor.broker.storage.PartitionLog;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.OffsetOutOfRangeException;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MutableRecordBatch;

/**
 * Walks a log from its start to what is its end each time more is asked for, in buffers of whole batches that are used again.
 * Not thread-safe.
 */
final class LogBatches implements AutoCloseable {
    private static final int NONE = 0;

    private final PartitionLog log;
    private final int bufferBytes;
    private ByteBuffer buffer = ByteBuffer.allocate(NONE);
    private MemoryRecords current = MemoryRecords.EMPTY;
    private long offset;

    /** @param bufferBytes bytes read at a time; more only if a single batch is larger */
    LogBatches(PartitionLog log, int bufferBytes) {
        this.log = log;
        this.bufferBytes = bufferBytes;
        this.offset = log.logStartOffset();
    }

    /**
     * @return whether {@link #current} holds batches that were not there before
     * @throws OffsetOutOfRangeException if the log's start has moved beyond where we are
     */
    boolean readNext() throws IOException {
        if (offset >= log.logEndOffset()) {
            return false;
        }
        var read = log.read(offset, bufferBytes, true, log.logEndOffset());
        if (read instanceof LogRead.OutOfRange outOfRange) {
            throw new OffsetOutOfRangeException("Offset " + offset + " of " + log.id()
                    + " is outside of the log now: it reaches from " + outOfRange.logStartOffset() + " to "
                    + outOfRange.logEndOffset() + ".");
        }
        if (!(read instanceof LogRead.Found found)) {
            return false;
        }
        current = copy(found.slice());
        var before = offset;
        for (MutableRecordBatch batch : current.batches()) {
            offset = Math.max(offset, batch.nextOffset());
        }
        return offset > before;
    }

    /** The batches last read, overwritten by the next read. */
    MemoryRecords current() {
        return current;
    }

    /** The offset after the batches last read. */
    long offset() {
        return offset;
    }

    private MemoryRecords copy(LogSlice slice) throws IOException {
        try {
            var size = slice.sizeInBytes();
            if (buffer.capacity() < size) {
                buffer = ByteBuffer.allocate(size);
            }
            buffer.clear().limit(size);
            while (buffer.hasRemaining()) {
                if (slice.channel().read(buffer, slice.position() + buffer.position()) < 0) {
                    throw new EOFException("The log of " + log.id() + " is cut off at " + slice.position() + " + "
                            + buffer.position() + " bytes, " + size + " were expected.");
                }
            }
            return MemoryRecords.readableRecords(buffer.flip());
        } finally {
            slice.release();
        }
    }

    @Override
    public void close() {
        buffer = ByteBuffer.allocate(NONE);
    }
}
