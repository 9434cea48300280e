package dev.gregor.cli.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.LegacyRecord;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.record.internal.Records;

/**
 * Reads a segment's batches one after the other, up to the size that the file has when it is opened. Unlike kafka-clients' own
 * reader it says where and why it cannot go on.
 */
final class SegmentReader implements Closeable {
    private static final int WINDOW_BYTES = 1 << 20;

    private final FileChannel channel;
    private final long sizeBytes;
    private ByteBuffer window = ByteBuffer.allocate(WINDOW_BYTES).limit(0);
    private long windowStart;
    private long position;

    private SegmentReader(FileChannel channel, long sizeBytes) {
        this.channel = channel;
        this.sizeBytes = sizeBytes;
    }

    static SegmentReader open(Path log) throws IOException {
        var channel = FileChannel.open(log, StandardOpenOption.READ);
        return new SegmentReader(channel, channel.size());
    }

    long sizeBytes() {
        return sizeBytes;
    }

    /** The next batch; after what is unreadable there is none. */
    StoredBatch next() throws IOException {
        long left = sizeBytes - position;
        if (left == 0) {
            return new StoredBatch.End(position);
        }
        if (left < Records.HEADER_SIZE_UP_TO_MAGIC) {
            return unreadable(left + " bytes, too few for a batch");
        }
        var header = bytes(Records.HEADER_SIZE_UP_TO_MAGIC);
        int length = header.getInt(Records.SIZE_OFFSET);
        byte magic = header.get(Records.MAGIC_OFFSET);
        if (length == 0 && onlyZerosFollow()) {
            return unreadable(left + " zero bytes: reserved, or never written");
        }
        if (magic < RecordBatch.MAGIC_VALUE_V0 || magic > RecordBatch.CURRENT_MAGIC_VALUE) {
            return unreadable("no batch: magic " + magic);
        }
        int least = magic == RecordBatch.MAGIC_VALUE_V2
                ? DefaultRecordBatch.RECORD_BATCH_OVERHEAD - Records.LOG_OVERHEAD
                : LegacyRecord.RECORD_OVERHEAD_V0;
        if (length < least) {
            return unreadable("a batch of " + length + " bytes, but none is shorter than " + least);
        }
        if (length > left - Records.LOG_OVERHEAD) {
            return unreadable(
                    "a batch of " + length + " bytes, of which the file has " + (left - Records.LOG_OVERHEAD));
        }
        int size = Records.LOG_OVERHEAD + length;
        var bytes = bytes(size);
        var batch =
                MemoryRecords.readableRecords(bytes.duplicate()).batchIterator().next();
        long at = position;
        position += size;
        return new StoredBatch.Complete(at, batch, bytes);
    }

    private StoredBatch unreadable(String what) {
        return new StoredBatch.Unreadable(position, sizeBytes - position, what);
    }

    private boolean onlyZerosFollow() throws IOException {
        var chunk = ByteBuffer.allocate(WINDOW_BYTES);
        for (long at = position; at < sizeBytes; at += chunk.limit()) {
            chunk.clear().limit((int) Math.min(WINDOW_BYTES, sizeBytes - at));
            fill(chunk, at);
            for (int i = 0; i < chunk.limit(); i++) {
                if (chunk.get(i) != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** So many bytes from the present position on. */
    private ByteBuffer bytes(int length) throws IOException {
        long end = position + length;
        if (position < windowStart || end > windowStart + window.limit()) {
            int capacity = Math.max(WINDOW_BYTES, length);
            window = window.capacity() < capacity ? ByteBuffer.allocate(capacity) : window;
            window.clear().limit((int) Math.min(window.capacity(), sizeBytes - position));
            fill(window, position);
            windowStart = position;
        }
        return window.slice((int) (position - windowStart), length);
    }

    /** A file that was cut since it was opened reads as zeros. */
    private void fill(ByteBuffer buffer, long from) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                while (buffer.hasRemaining()) {
                    buffer.put((byte) 0);
                }
            }
        }
        buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
