package dev.gregor.broker.storage;

import java.nio.channels.FileChannel;
import org.apache.kafka.common.record.internal.BaseRecords;
import org.apache.kafka.common.record.internal.RecordsSend;

/**
 * Whole batches of one segment, named by file, position and size, to be sent with sendfile. Nothing is read until then.
 *
 * <p>A slice holds its segment's file open: whoever receives one calls {@link #release()} once it is sent or dropped.
 */
public final class LogSlice implements BaseRecords {
    private final LogSegment segment;
    private final FileChannel channel;
    private final long position;
    private final int sizeInBytes;

    LogSlice(LogSegment segment, FileChannel channel, long position, int sizeInBytes) {
        this.segment = segment;
        this.channel = channel;
        this.position = position;
        this.sizeInBytes = sizeInBytes;
    }

    public FileChannel channel() {
        return channel;
    }

    /** @return where the slice begins in the file, in bytes */
    public long position() {
        return position;
    }

    @Override
    public int sizeInBytes() {
        return sizeInBytes;
    }

    /** Lets the file go; must be called exactly once. */
    public void release() {
        segment.release();
    }

    @Override
    public RecordsSend<? extends BaseRecords> toSend() {
        throw new UnsupportedOperationException("sent by the network layer as a file region");
    }
}
