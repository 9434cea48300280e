package dev.gregor.broker.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * Reads batch headers from a file, a few kilobytes at a time: many small batches need one read, large ones one read each.
 * Not thread-safe: each thread has its own.
 */
final class HeaderScan {
    private static final int CHUNK = 8 * 1024;

    private final ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK).order(ByteOrder.BIG_ENDIAN);
    private @Nullable FileChannel channel;
    private long chunkPosition;
    private long end;
    private int at;

    HeaderScan() {}

    /** Begins with a file of which {@code end} bytes may be read. */
    HeaderScan begin(FileChannel file, long endPosition) {
        channel = file;
        end = endPosition;
        chunkPosition = 0;
        chunk.limit(0);
        return this;
    }

    /**
     * Goes to the batch at a position.
     *
     * @return false if no whole batch lies there before the end
     */
    boolean moveTo(long position) throws IOException {
        var file = channel;
        int needed = (int) Math.min(BatchFormat.RECORDS, end - position);
        if (file == null || needed < BatchFormat.BYTES_UP_TO_MAGIC) {
            return false;
        }
        if (position < chunkPosition || position + needed > chunkPosition + chunk.limit()) {
            chunk.clear().limit((int) Math.min(CHUNK, end - position));
            chunkPosition = position;
            while (chunk.hasRemaining()) {
                int n = file.read(chunk, position + chunk.position());
                if (n < 0) {
                    break;
                }
            }
            chunk.flip();
            if (chunk.limit() < needed) {
                return false;
            }
        }
        at = (int) (position - chunkPosition);
        int length = chunk.getInt(at + BatchFormat.LENGTH);
        byte magic = BatchFormat.magic(chunk, at);
        return magic >= 0
                && magic <= BatchFormat.CURRENT_MAGIC
                && length
                        >= (magic == BatchFormat.CURRENT_MAGIC
                                ? BatchFormat.RECORDS - BatchFormat.LOG_OVERHEAD
                                : BatchFormat.MIN_LENGTH)
                && length <= end - position - BatchFormat.LOG_OVERHEAD;
    }

    int sizeInBytes() {
        return BatchFormat.sizeInBytes(chunk, at);
    }

    byte magic() {
        return BatchFormat.magic(chunk, at);
    }

    long baseOffset() {
        return BatchFormat.baseOffset(chunk, at);
    }

    long lastOffset() {
        return BatchFormat.lastOffset(chunk, at);
    }

    long maxTimestamp() {
        return BatchFormat.maxTimestamp(chunk, at);
    }

    int leaderEpoch() {
        return BatchFormat.leaderEpoch(chunk, at);
    }

    /** The header's bytes from {@link #headerStart()} on; valid until the next move. */
    ByteBuffer buffer() {
        return chunk;
    }

    int headerStart() {
        return at;
    }
}
