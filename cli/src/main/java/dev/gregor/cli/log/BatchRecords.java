package dev.gregor.cli.log;

import java.util.Iterator;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.utils.BufferSupplier;
import org.apache.kafka.common.utils.CloseableIterator;

/**
 * The records of a batch, one after the other, as far as they can be read. Of broken bytes kafka-clients and the codecs throw
 * exceptions of many kinds, of an absurd length an OutOfMemoryError; here each is a {@link BrokenException}.
 */
final class BatchRecords implements Iterator<Record>, AutoCloseable {
    /** A batch cannot be opened, or not be read to its end; says why. */
    static final class BrokenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private BrokenException(Throwable cause) {
            super(why(cause), cause);
        }

        private static String why(Throwable cause) {
            var message = cause.getMessage();
            return message == null ? cause.getClass().getSimpleName() : message;
        }
    }

    private final CloseableIterator<Record> records;

    /** Opens a batch; the buffers are used again by the next one. */
    BatchRecords(RecordBatch batch, BufferSupplier buffers) {
        try {
            records = batch.streamingIterator(buffers);
        } catch (RuntimeException | OutOfMemoryError broken) {
            throw new BrokenException(broken);
        }
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (RuntimeException | OutOfMemoryError broken) {
            throw new BrokenException(broken);
        }
    }

    @Override
    public Record next() {
        try {
            return records.next();
        } catch (RuntimeException | OutOfMemoryError broken) {
            throw new BrokenException(broken);
        }
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (RuntimeException broken) {
            // Its records have told what is wrong with it.
        }
    }
}
