package dev.gregor.cli.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.LegacyRecord;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.record.internal.Records;
import org.apache.kafka.common.utils.BufferSupplier;

/**
 * Reads a segment's batches one after the other, up to the size that the file has when it is opened. Unlike kafka-clients' own
 * reader it says where and why it cannot go on.
 */
final class SegmentReader implements Closeable {
    private static final int WINDOW_BYTES = 1 << 20;
    /** No more than this is taken into memory on the word of a length that may be damaged: its CRC has to say the same. */
    private static final int LARGEST_UNCHECKED_BYTES = 16 << 20;

    private static final int CRC_POSITION = 17;
    private static final int CHECKED_FROM = CRC_POSITION + Integer.BYTES;
    private static final int OLD_CRC_POSITION = Records.LOG_OVERHEAD;
    private static final int OLD_CHECKED_FROM = OLD_CRC_POSITION + Integer.BYTES;

    private final BufferSupplier buffers = BufferSupplier.create();
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
        int least = least(magic);
        if (length < least) {
            return unreadable("a batch of " + length + " bytes, but none is shorter than " + least);
        }
        if (length > left - Records.LOG_OVERHEAD) {
            return unreadable(
                    "a batch of " + length + " bytes, of which the file has " + (left - Records.LOG_OVERHEAD));
        }
        int size = Records.LOG_OVERHEAD + length;
        if (length > LARGEST_UNCHECKED_BYTES && !isChecked(magic, size)) {
            return unreadable("a batch of " + length + " bytes whose CRC does not match them");
        }
        var bytes = bytes(size);
        if (bytes.getInt(Records.SIZE_OFFSET) != length || bytes.get(Records.MAGIC_OFFSET) != magic) {
            return unreadable("the file was cut while it was read");
        }
        var batch =
                MemoryRecords.readableRecords(bytes.duplicate()).batchIterator().next();
        long at = position;
        position += size;
        return new StoredBatch.Complete(at, batch, bytes, buffers);
    }

    private static int least(byte magic) {
        return switch (magic) {
            case RecordBatch.MAGIC_VALUE_V0 -> LegacyRecord.RECORD_OVERHEAD_V0;
            case RecordBatch.MAGIC_VALUE_V1 -> LegacyRecord.RECORD_OVERHEAD_V1;
            default -> DefaultRecordBatch.RECORD_BATCH_OVERHEAD - Records.LOG_OVERHEAD;
        };
    }

    /** Whether the CRC of the batch at the present position is right, found out a window at a time. */
    private boolean isChecked(byte magic, int size) throws IOException {
        boolean old = magic < RecordBatch.MAGIC_VALUE_V2;
        int told = bytes(CHECKED_FROM).getInt(old ? OLD_CRC_POSITION : CRC_POSITION);
        Checksum crc = old ? new CRC32() : new CRC32C();
        var chunk = ByteBuffer.allocate(WINDOW_BYTES);
        long end = position + size;
        for (long at = position + (old ? OLD_CHECKED_FROM : CHECKED_FROM); at < end; at += chunk.limit()) {
            chunk.clear().limit((int) Math.min(WINDOW_BYTES, end - at));
            fill(chunk, at);
            crc.update(chunk.array(), 0, chunk.limit());
        }
        return (int) crc.getValue() == told;
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
        buffers.close();
        channel.close();
    }
}
