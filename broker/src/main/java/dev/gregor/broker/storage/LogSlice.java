package dev.gregor.broker.storage;

import java.nio.channels.FileChannel;
import org.apache.kafka.common.record.internal.BaseRecords;
import org.apache.kafka.common.record.internal.RecordsSend;

/**
 * Whole batches of one segment, named by file, position and size, to be sent with sendfile. Nothing is read until then.
 *
 * <p>A slice holds its segment's file open: whoever receives one calls {@link #release()} once it is sent or dropped.
 */
public interface LogSlice extends BaseRecords {
    FileChannel channel();

    /** @return where the slice begins in the file, in bytes */
    long position();

    @Override
    int sizeInBytes();

    /** Lets the file go; must be called exactly once. */
    void release();

    @Override
    default RecordsSend<? extends BaseRecords> toSend() {
        throw new UnsupportedOperationException("sent by the network layer as a file region");
    }
}
